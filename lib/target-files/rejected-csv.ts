/** Opens well in Excel, also with Chinese in it. */
export const BYTE_ORDER_MARK = "\ufeff";

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
