import type { ColumnName } from "../columns";
import type { CellIssue } from "../judge-row";
import { csvLine } from "../rejected-csv";
import type { RowPage } from "./verdict";

/** Makes Excel read the file as UTF-8, so that Chinese in it is whole. */
const BYTE_ORDER_MARK = "\ufeff";
const PAGE = 1_000;

/** The words of the file: its first and last header, and a row's issues as sentences. */
export type RejectedRowWords = { line: string; reason: string; issue: (issue: CellIssue) => string };

/**
 * All rejected rows as a CSV for spreadsheets: line, the cells as they were given, why. Its header is read again when
 * the corrected file comes back; the first and last column are then left out by themselves.
 */
export async function rejectedRowsCsv(
  page: (from: number, most: number) => Promise<RowPage>,
  columns: readonly ColumnName[],
  words: RejectedRowWords,
): Promise<Blob> {
  const parts = [BYTE_ORDER_MARK, csvLine([words.line, ...columns, words.reason])];
  let from = 0;
  for (let { rows } = await page(from, PAGE); rows.length > 0; { rows } = await page(from, PAGE)) {
    for (const { line, cells, issues } of rows) {
      const why = issues.map((issue) => `${issue.column}: ${words.issue(issue)}`).join(" ");
      parts.push(csvLine([line, ...cells, why]));
    }
    from += rows.length;
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}
