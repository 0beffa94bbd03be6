import { SAMPLE_RECORDS } from "./delimiter";
import { headerRank } from "./header-names";
import { isBlank } from "./records";
import type { ListSource } from "./source";
import type { Marks, StartTable, Watching } from "./table";
import type { Mark, SheetInfo } from "./verdict";
import { type Book, openBook } from "./workbook/book";
import type { SheetRow } from "./workbook/sheet";

/** Sheets that are looked into to find the one with the list. */
const MAX_LOOKED_INTO = 20;

type TableRow = { cells: readonly string[]; line: number; marks: Marks };

/** Reads a table from one sheet of an XLSX workbook: the one that was chosen, else the first that looks like a list. */
export async function readWorkbook<T>(
  source: ListSource,
  chosen: number | undefined,
  { onBytes, signal }: Watching,
  start: StartTable<T>,
): Promise<T> {
  const book = await openBook(source);
  const sheet = chosen !== undefined && chosen in book.sheets ? chosen : await likelySheet(book, signal);
  onBytes(source.size / 2);
  let table: ReturnType<StartTable<T>> | null = null;
  let ahead: TableRow[] = [];
  let lastLine = 0;
  let hiddenRows = 0;

  const tell = ({ cells, line, marks }: TableRow) => {
    // Excel leaves out rows without anything in them. Those after the last are no lines of the list.
    for (lastLine += 1; lastLine < line; lastLine += 1) table?.record([], lastLine, null);
    table?.record(cells, line, marks);
  };
  const begin = (isWhole: boolean) => {
    table = start({ records: ahead.map(({ cells }) => cells), isWhole });
    for (const row of ahead) tell(row);
    ahead = [];
    return table;
  };

  const { merged } = await book.read(
    sheet,
    (row) => {
      const plain = tableRow(row);
      if (isBlank(plain.cells)) return true;
      if (row.hidden) hiddenRows += 1;
      if (table !== null) tell(plain);
      else if (ahead.push(plain) === SAMPLE_RECORDS) begin(false);
      return true;
    },
    signal,
  );
  onBytes(source.size);
  const workbook = { sheets: book.sheets, sheet, hiddenRows, merged };
  return (table ?? begin(true)).end({ encoding: null, workbook });
}

function tableRow({ cells, number }: SheetRow): TableRow {
  let marks: Map<number, Mark> | null = null;
  const texts = cells.map((cell, at) => {
    if (cell === null) return "";
    if (cell.mark !== null) {
      marks ??= new Map();
      marks.set(at, cell.mark);
    }
    return cell.text;
  });
  return { cells: texts, line: number, marks };
}

/** A visible sheet with a header that we know, else the first visible one with anything in it. */
async function likelySheet({ sheets, read }: Book, signal: AbortSignal): Promise<number> {
  const visible = [...sheets.entries()].filter(([, { hidden }]: [number, SheetInfo]) => !hidden);
  if (visible.length < 2) return visible[0]?.[0] ?? 0;
  let firstFilled: number | null = null;
  for (const [index] of visible.slice(0, MAX_LOOKED_INTO)) {
    let first: readonly string[] | null = null;
    await read(
      index,
      (row) => {
        const { cells } = tableRow(row);
        if (first === null && !isBlank(cells)) first = cells;
        return first === null;
      },
      signal,
    );
    const cells: readonly string[] = first ?? [];
    if (cells.some((cell) => headerRank(cell) === 2)) return index;
    if (cells.length > 0) firstFilled ??= index;
  }
  return firstFilled ?? visible[0]?.[0] ?? 0;
}
