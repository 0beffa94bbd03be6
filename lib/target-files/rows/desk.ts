import { ROW_COLUMNS } from "../columns";
import { formatRowSheet, type RowSheet } from "../row-sheet";
import { blobSource } from "../source";
import { splitRows } from "../split-rows";
import type { RowAnswer, RowAsk } from "./protocol";
import { type RowsReading, readRows } from "./read-rows";

type Post = (answer: RowAnswer, transfer: Transferable[]) => void;
type Of<A extends RowAsk["ask"]> = Extract<RowAsk, { ask: A }>;

/** Rows of so few bytes make one file whatever they say: there is no need to try. */
const SURELY_ONE_FILE_BYTES = 1024 * 1024;
const NONE = new Set<never>();

/** The worker's whole work, without the worker: takes one ask at a time and posts its answers. */
export function rowsDesk(post: Post): (ask: RowAsk) => Promise<void> {
  let running = new AbortController();
  let last: RowsReading | null = null;
  let edited = 0;

  const read = async ({ id, blob, kind, choice }: Of<"read">) => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    last = null;
    edited = 0;
    const onBytes = (bytes: number) => post({ answer: "bytes", id, bytes }, []);
    const reading = await readRows(blobSource(blob), kind, choice, { onBytes, signal });
    if (reading.kind === "rows") last = reading;
    post({ answer: "verdict", id, verdict: reading.kind === "rows" ? reading.verdict : reading }, []);
  };

  const change = ({ id, edits }: Of<"change">, { table, verdict }: RowsReading) => {
    for (const { index, column, text } of edits) table.change(index, column, text);
    edited += edits.length;
    post({ answer: "verdict", id, verdict: { ...verdict, ...table.settle(), edited } }, []);
  };

  const page = ({ id, filter, from, most, reveal }: Of<"page">, { table }: RowsReading) => {
    const hidden = reveal ? NONE : SECRETS;
    post({ answer: "page", id, page: table.page(filter, from, most, hidden) }, []);
  };

  const sheet = async ({ id, maxRows }: Of<"sheet">, { table }: RowsReading) => {
    const ready = table.sheet();
    const bytes = new TextEncoder().encode(formatRowSheet(ready));
    const parts = await partsOf(ready, bytes.length, maxRows);
    post({ answer: "sheet", id, sheet: { bytes, parts } }, [bytes.buffer]);
  };

  return async (ask) => {
    try {
      if (ask.ask === "read") await read(ask);
      else if (last === null) post({ answer: "broken", id: ask.id, message: "These rows are no longer here." }, []);
      else if (ask.ask === "change") change(ask, last);
      else if (ask.ask === "page") page(ask, last);
      else await sheet(ask, last);
    } catch (error) {
      post({ answer: "broken", id: ask.id, message: String(error) }, []);
    }
  };
}

const SECRETS = new Set(
  Object.values(ROW_COLUMNS)
    .flat()
    .filter(({ secret }) => secret)
    .map(({ name }) => name),
);

async function partsOf({ columns, rows }: RowSheet, bytes: number, maxRows: number): Promise<readonly number[]> {
  if (rows.length <= maxRows && bytes <= SURELY_ONE_FILE_BYTES) return [rows.length];
  const parts = await splitRows({ sheet: "Devices", header: columns, rows }, { maxRows });
  return parts.map(({ count }) => count);
}
