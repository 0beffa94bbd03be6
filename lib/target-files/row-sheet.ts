import { MAX_PARTS, type RowKind } from "@/lib/tasks/targets";
import { type ColumnName, isColumnName, missingColumns } from "./columns";
import { rowComparer } from "./compare-rows";
import { type CellIssue, rowJudge } from "./judge-row";

/** Rows that one file for the platform takes unless the setting says otherwise. IoTDA reference: UploadBatchTaskFile. */
export const MAX_FILE_ROWS = 30_000;
/** Rows of one set: as many as can be split. */
export const MAX_ROWS = MAX_FILE_ROWS * MAX_PARTS;
/** Largest set of rows that travels from the browser to the server, in bytes of UTF-8. */
export const MAX_ROW_SHEET_BYTES = 64 * 1024 * 1024;

/** Rows that fit their kind: which columns there are, and each row's cells in that order. */
export type RowSheet = { columns: readonly ColumnName[]; rows: readonly (readonly string[])[] };

/**
 * What keeps a sent set of rows from being taken. The browser judges by the same rules, so a person never sees it
 * unless the two differ in age. `row` counts from 1.
 */
export type RowSheetIssue =
  | { kind: "shape"; row: number }
  | { kind: "columns"; missing: readonly ColumnName[] }
  | { kind: "none" }
  | { kind: "many"; limit: number }
  | { kind: "cell"; row: number; issue: CellIssue }
  | { kind: "repeat"; row: number; of: number };

/** The text in which rows travel: a line of column names, then a line per row, each a JSON array of strings. */
export const formatRowSheet = ({ columns, rows }: RowSheet): string =>
  [columns, ...rows].map((line) => JSON.stringify(line)).join("\n");

/** Reads and judges the text anew. Stops at the first thing wrong. */
export function parseRowSheet(
  kind: RowKind,
  text: string,
): { ok: true; sheet: RowSheet } | { ok: false; issue: RowSheetIssue } {
  const [first = "", ...lines] = text.split("\n", MAX_ROWS + 2);
  const columns = parseLine(first);
  const fail = (issue: RowSheetIssue) => ({ ok: false, issue }) as const;
  if (columns === null || !areColumns(kind, columns)) return fail({ kind: "shape", row: 0 });
  const missing = missingColumns(kind, columns);
  if (missing.length > 0) return fail({ kind: "columns", missing });
  if (lines.length === 0) return fail({ kind: "none" });
  if (lines.length > MAX_ROWS) return fail({ kind: "many", limit: MAX_ROWS });

  const judge = rowJudge(kind, columns);
  const compare = rowComparer(kind, columns);
  const rows: (readonly string[])[] = [];
  for (const line of lines) {
    const row = rows.length + 1;
    const cells = parseLine(line);
    if (cells === null || cells.length !== columns.length) return fail({ kind: "shape", row });
    const judged = judge(cells);
    const [issue] = judged.issues;
    if (issue !== undefined) return fail({ kind: "cell", row, issue });
    const standing = compare(judged.cells, row);
    if (standing.is === "repeat") return fail({ kind: "repeat", row, of: standing.of });
    if (standing.is === "odds") return fail({ kind: "cell", row, issue: standing.issue });
    rows.push(judged.cells);
  }
  return { ok: true, sheet: { columns, rows } };
}

function areColumns(kind: RowKind, names: readonly string[]): names is readonly ColumnName[] {
  return new Set(names).size === names.length && names.every((name) => isColumnName(kind, name));
}

function parseLine(line: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(line);
    return Array.isArray(value) && value.every((cell) => typeof cell === "string") ? value : null;
  } catch {
    return null;
  }
}
