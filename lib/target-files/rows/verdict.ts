import type { ColumnName } from "../columns";
import type { CellIssue } from "../judge-row";
import type { Column, TableFacts } from "../verdict";

/** What the person decided; what is absent is found out. `mapping` names each column of the file, null: not read. */
export type RowChoice = { sheet?: number; header?: boolean; mapping?: readonly (ColumnName | null)[] };

/**
 * What a spreadsheet holds. `rows` = `ready` + `repeats` + `rejected`, always; blank lines and the header are counted
 * apart. While required columns are `missing`, nothing is judged and all three are 0.
 */
export type RowsVerdict = TableFacts & {
  kind: "rows";
  rows: number;
  ready: number;
  repeats: number;
  rejected: number;
  blank: number;
  /** Lines above the header, such as a title. */
  above: number;
  /** Cells that a person has changed here. */
  edited: number;
  header: boolean;
  columns: readonly Column[];
  mapping: readonly (ColumnName | null)[];
  missing: readonly ColumnName[];
};

export type RowState = "ready" | "repeat" | "rejected";

/** Which rows a page shows. */
export type RowFilter = "all" | "rejected" | "repeat";

/**
 * A row as it is shown: its cells by the columns that are read, as they stand in the file or were changed. `line` is
 * the file's own number; `of` the line that a repeat repeats. Secrets are dots unless they are asked for.
 */
export type ShownRow = {
  index: number;
  line: number;
  state: RowState;
  of: number | null;
  cells: readonly string[];
  issues: readonly CellIssue[];
};

/** A page of rows, of `total` that its filter has. */
export type RowPage = { rows: readonly ShownRow[]; total: number };

/** Rows of one page: few enough to lay out at once, cells and all. */
export const ROWS_PAGE = 50;
