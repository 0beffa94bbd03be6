import { SAMPLE_RECORDS } from "./delimiter";
import { headerRank } from "./header-names";
import { isBlank } from "./records";
import type { ListSource } from "./source";
import { MAX_ABOVE, type Marks, type StartTable, type Watching } from "./table";
import type { Mark } from "./verdict";
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

/** The visible sheet with the surest header near its top, else the first visible one with anything in it. */
async function likelySheet({ sheets, read }: Book, signal: AbortSignal): Promise<number> {
  const visible = [...sheets.keys()].filter((index) => sheets[index]?.hidden === false);
  if (visible.length < 2) return visible[0] ?? 0;
  let best = { index: visible[0] ?? 0, rank: -1 };
  for (const index of visible.slice(0, MAX_LOOKED_INTO)) {
    const rows: (readonly string[])[] = [];
    await read(
      index,
      (row) => {
        const { cells } = tableRow(row);
        if (!isBlank(cells)) rows.push(cells);
        return rows.length <= MAX_ABOVE;
      },
      signal,
    );
    const ranks = rows.flatMap((cells) => cells.map((cell) => headerRank(cell) ?? -0.5));
    const rank = Math.max(-1, ...ranks);
    if (rank > best.rank) best = { index, rank };
  }
  return best.index;
}
