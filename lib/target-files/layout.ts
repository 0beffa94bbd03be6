import { DEVICE_ID } from "@/lib/tasks/targets";
import { headerRank } from "./header-names";
import { MAX_ABOVE, type Sample } from "./table";
import { type Choice, type Column, type ColumnChoice, shorten } from "./verdict";

/** How records are a table: how many come above the table, whether the next one names the columns, where the IDs are. */
export type Layout = { above: number; header: boolean; columns: readonly Column[]; column: ColumnChoice };

const MAX_COLUMNS = 50;

/** Finds the layout by the first records. */
export function findLayout({ records: all, isWhole }: Sample, choice: Choice): Layout {
  const above = choice.header === false ? 0 : linesAbove(all, (cells) => cells.some((cell) => headerRank(cell) === 2));
  const records = all.slice(above);
  const first = records[0] ?? [];
  const header = choice.header ?? first.some((cell) => headerRank(cell) !== null);
  const rows = header ? records.slice(1) : records;
  const columns = columnsOf(records, header);
  const oneLine = isWhole && !header && rows.length === 1 && columns.length > 1;
  const column = choice.column ?? (oneLine ? "every" : bestColumn(columns, rows));
  return { above, header, columns, column };
}

/** How many lines come before the one that is surely a header; 0 where none is. */
export function linesAbove(records: Sample["records"], isHeader: (cells: readonly string[]) => boolean): number {
  return Math.max(0, records.slice(0, MAX_ABOVE + 1).findIndex(isHeader));
}

/** The columns for people to recognise: their names, if the first record has them, and what stands in them. */
export function columnsOf(records: Sample["records"], header: boolean): readonly Column[] {
  const first = records[0] ?? [];
  const rows = header ? records.slice(1) : records;
  const width = Math.min(MAX_COLUMNS, Math.max(0, ...records.map((cells) => cells.length)));
  return Array.from({ length: width }, (_, index) => ({
    index,
    name: header ? shorten((first[index] ?? "").trim(), 60) : null,
    samples: rows.slice(0, 3).map((cells) => shorten((cells[index] ?? "").trim(), 40)),
  }));
}

/** A column named like device IDs, else the one with the most different values that could be IDs. */
function bestColumn(columns: readonly Column[], rows: readonly (readonly string[])[]): number {
  const scored = columns.map(({ index, name }) => {
    const ids = new Set(rows.map((cells) => (cells[index] ?? "").trim()).filter((cell) => DEVICE_ID.test(cell)));
    return { index, rank: headerRank(name ?? "") ?? 0, ids: ids.size };
  });
  scored.sort((a, b) => b.rank - a.rank || b.ids - a.ids || a.index - b.index);
  return scored[0]?.index ?? 0;
}
