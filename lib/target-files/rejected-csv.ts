import type { Rejection } from "./verdict";

/** Makes Excel read the file as UTF-8, so that Chinese in it is whole. */
const BYTE_ORDER_MARK = "\ufeff";

/** The words of the file: its header row, and each row's reason as a sentence. */
export type RejectedWords = { header: readonly [string, string, string, string]; reason: (row: Rejection) => string };

/**
 * All rejected rows as a CSV for spreadsheets: line, content, reason, correction. `page` gives rows from a position
 * on, and nothing at the end.
 */
export async function rejectedCsv(
  page: (from: number) => Promise<readonly Rejection[]>,
  words: RejectedWords,
): Promise<Blob> {
  const parts = [BYTE_ORDER_MARK, csvLine(words.header)];
  let from = 0;
  for (let rows = await page(from); rows.length > 0; rows = await page(from)) {
    for (const row of rows) parts.push(csvLine([row.line, row.content, words.reason(row), row.fix ?? ""]));
    from += rows.length;
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

/**
 * One CSV line with a Windows line end. A cell that a spreadsheet would run as a formula gets an apostrophe in front,
 * as OWASP advises.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string | number): string {
  const text = String(value);
  const guarded = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
