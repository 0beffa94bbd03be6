import type { RowKind } from "@/lib/tasks/targets";
import { type ColumnName, columnOfHeader, missingColumns } from "../columns";
import { columnsOf, linesAbove } from "../layout";
import { readTable } from "../read-table";
import { isBlank } from "../records";
import { MAX_ROWS } from "../row-sheet";
import type { ListSource } from "../source";
import type { Marks, Watching } from "../table";
import { type Refusal, RefusedList } from "../verdict";
import { rowTable } from "./row-table";
import type { RowChoice, RowsVerdict } from "./verdict";

/** A read spreadsheet: the verdict to show, and the rows behind it. */
export type RowsReading = { kind: "rows"; verdict: RowsVerdict; table: ReturnType<typeof rowTable> };

/** Reads a spreadsheet of rows. Expected trouble is a refusal; only an abort throws. */
export function readRows(
  source: ListSource,
  kind: RowKind,
  choice: RowChoice,
  watching: Watching,
): Promise<RowsReading | Refusal> {
  return readTable(source, choice.sheet, watching, ({ records: all }) => {
    const isHeader = (cells: readonly string[]) => missingColumns(kind, found(kind, cells)).length === 0;
    const above = choice.header === false ? 0 : linesAbove(all, isHeader);
    const records = all.slice(above);
    const first = records[0] ?? [];
    const named = first.map((cell) => columnOfHeader(kind, cell));
    const header = choice.header ?? named.some((name) => name !== null);
    const columns = columnsOf(records, header);
    const mapping = columns.map((_, at) => (choice.mapping ?? (header ? firstOfEach(named) : []))[at] ?? null);
    const places = mapping.flatMap((name, at) => (name === null ? [] : [{ name, at }]));
    const table = rowTable(
      kind,
      places.map(({ name }) => name),
    );
    const missing = missingColumns(
      kind,
      places.map(({ name }) => name),
    );
    const inOrder = places.every(({ at }, place) => at === place);
    let notRead = above + (header ? 1 : 0);
    let blank = 0;
    let rows = 0;
    return {
      record: (cells, line, marks) => {
        if (isBlank(cells)) blank += 1;
        else if (notRead > 0) notRead -= 1;
        else {
          rows += 1;
          if (rows > MAX_ROWS) return;
          table.add({
            line,
            cells: inOrder && cells.length === places.length ? cells : places.map(({ at }) => cells[at] ?? ""),
            marks: marks === null ? null : moved(marks, places),
          });
        }
      },
      end: (facts): RowsReading => {
        if (rows === 0) throw new RefusedList("nothing");
        if (rows > MAX_ROWS) throw new RefusedList("many-rows", { count: rows, limit: MAX_ROWS });
        const counts = table.settle();
        return {
          kind: "rows",
          table,
          verdict: {
            kind: "rows",
            rows,
            ...counts,
            blank,
            above,
            edited: 0,
            header,
            columns,
            mapping,
            missing,
            ...facts,
          },
        };
      },
    };
  });
}

const found = (kind: RowKind, cells: readonly string[]) =>
  cells.map((cell) => columnOfHeader(kind, cell)).filter((name) => name !== null);

/** Where two columns have the same name, the first is read. */
const firstOfEach = (named: readonly (ColumnName | null)[]) =>
  named.map((name, at) => (named.indexOf(name) === at ? name : null));

/** The marks under the places of the columns that are read. */
function moved(marks: NonNullable<Marks>, places: readonly { at: number }[]): Marks {
  const found = new Map(
    places.flatMap(({ at }, place) => {
      const mark = marks.get(at);
      return mark === undefined ? [] : [[place, mark] as const];
    }),
  );
  return found.size === 0 ? null : found;
}
