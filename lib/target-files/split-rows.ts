import { MAX_FILE_ROWS } from "./row-sheet";
import { type Sheet, writeWorkbook } from "./write-workbook";

/** Largest file that the platform takes, in bytes. IoTDA reference: UploadBatchTaskFile, 2 MB. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** A run of rows that makes one file: from the row at `from` (counted from 0), `count` of them. */
export type Part = { from: number; count: number };

type Limits = { maxRows?: number; maxBytes?: number };
type WholeSheet = Omit<Sheet, "rows"> & { rows: readonly (readonly string[])[] };

/** Cuts rows, in order and without a gap, into runs whose finished files the platform takes. Each is as long as fits. */
export async function splitRows(sheet: WholeSheet, limits: Limits = {}): Promise<readonly Part[]> {
  const { maxRows = MAX_FILE_ROWS, maxBytes = MAX_FILE_BYTES } = limits;
  const parts: Part[] = [];
  let from = 0;
  while (from < sheet.rows.length) {
    const count = await longestFit(sheet, from, Math.min(maxRows, sheet.rows.length - from), maxBytes);
    parts.push({ from, count });
    from += count;
  }
  return parts;
}

async function longestFit(sheet: WholeSheet, from: number, most: number, maxBytes: number): Promise<number> {
  let count = most;
  for (;;) {
    const file = await writeWorkbook({ ...sheet, rows: sheet.rows.slice(from, from + count) });
    if (file.length <= maxBytes) return count;
    if (count === 1) throw new RangeError(`Row ${from} alone makes a file of ${file.length} bytes.`);
    // A little less than in proportion, because the next rows may pack worse and every file has a fixed part.
    count = Math.max(1, Math.min(count - 1, Math.floor((count * maxBytes * 0.97) / file.length)));
  }
}
