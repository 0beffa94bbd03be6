import type { RowKind } from "@/lib/tasks/targets";
import { type ColumnName, missingColumns } from "../columns";
import { rowComparer } from "../compare-rows";
import { type CellIssue, rowJudge } from "../judge-row";
import type { RowSheet } from "../row-sheet";
import type { Mark } from "../verdict";
import type { RowFilter, RowPage, RowState, ShownRow } from "./verdict";

/** A row as it was read: its cells by the columns that are read, and what is special about them. */
export type GivenRow = { line: number; cells: readonly string[]; marks: ReadonlyMap<number, Mark> | null };

type Held = {
  line: number;
  cells: readonly string[];
  judged: readonly string[];
  own: readonly CellIssue[];
  state: RowState;
  of: number | null;
  odds: CellIssue | null;
};

/** All rows of a spreadsheet with what became of each. Changing one cell judges the others against it anew. */
export function rowTable(kind: RowKind, columns: readonly ColumnName[]) {
  const judge = rowJudge(kind, columns);
  const rows: Held[] = [];
  const isJudged = missingColumns(kind, columns).length === 0;

  const hold = (line: number, cells: readonly string[], marks: GivenRow["marks"]): Held => {
    const { cells: judged, issues } = judge(cells);
    const own = marks === null ? issues : withMarks(columns, marks, issues);
    return { line, cells, judged, own, state: "ready", of: null, odds: null };
  };

  return {
    add: ({ line, cells, marks }: GivenRow): void => {
      rows.push(hold(line, cells, marks));
    },
    /** Changes one cell; what Excel had made of it no longer matters. */
    change: (index: number, column: ColumnName, text: string): void => {
      const row = rows[index];
      const at = columns.indexOf(column);
      if (row === undefined || at === -1) return;
      rows[index] = hold(row.line, row.cells.with(at, text), null);
    },
    /** Compares all rows. Until then, and while columns are missing, the counts are not right. */
    settle: (): { ready: number; repeats: number; rejected: number } => {
      const counts = { ready: 0, repeats: 0, rejected: 0 };
      if (!isJudged) return counts;
      const compare = rowComparer(kind, columns);
      for (const row of rows) {
        const standing = row.own.length > 0 ? null : compare(row.judged, row.line);
        row.odds = standing?.is === "odds" ? standing.issue : null;
        row.of = standing?.is === "repeat" ? standing.of : null;
        row.state = standing?.is === "new" ? "ready" : standing?.is === "repeat" ? "repeat" : "rejected";
        counts[row.state === "repeat" ? "repeats" : row.state] += 1;
      }
      return counts;
    },
    count: () => rows.length,
    /** A page of rows; what stands in a column of `secrets` does not leave. */
    page: (filter: RowFilter, from: number, most: number, secrets: ReadonlySet<ColumnName>): RowPage => {
      const isSecret = (at: number) => secrets.has(columns[at] ?? "device_id");
      const shown = (row: Held, index: number): ShownRow => ({
        index,
        line: row.line,
        state: row.state,
        of: row.of,
        cells: row.cells.map((cell, at) => (isSecret(at) && cell !== "" ? HIDDEN : cell)),
        issues: (row.odds === null ? row.own : [row.odds]).map((issue) =>
          secrets.has(issue.column) ? withoutContent(issue) : issue,
        ),
      });
      const chosen: ShownRow[] = [];
      let total = 0;
      for (const [index, row] of rows.entries()) {
        if (filter !== "all" && row.state !== filter) continue;
        if (total >= from && chosen.length < most) {
          chosen.push(shown(row, index));
        }
        total += 1;
      }
      return { rows: chosen, total };
    },
    /** The rows that are ready, as they are sent. */
    sheet: (): RowSheet => ({
      columns,
      rows: rows.filter(({ state }) => state === "ready").map(({ judged }) => judged),
    }),
  };
}

const HIDDEN = "••••••••";

/** An issue that tells nothing of what the cell says. */
function withoutContent(issue: CellIssue): CellIssue {
  return "character" in issue.values ? { ...issue, reason: "secret", values: {}, fix: null } : { ...issue, fix: null };
}

/** A cell that Excel changed is refused whatever it says, but for a TRUE or FALSE where one is meant. */
function withMarks(
  columns: readonly ColumnName[],
  marks: ReadonlyMap<number, Mark>,
  issues: readonly CellIssue[],
): readonly CellIssue[] {
  const marked: CellIssue[] = [];
  for (const [at, reason] of marks) {
    const column = columns[at];
    if (column === undefined || (reason === "excel-boolean" && column === "secure_access")) continue;
    marked.push({ column, reason, values: {}, fix: null });
  }
  return [...marked, ...issues.filter(({ column }) => !marked.some((mark) => mark.column === column))];
}
