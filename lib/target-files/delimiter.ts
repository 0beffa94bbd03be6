import { headerRank } from "./header-names";
import { NONE, recordsOf } from "./records";

const DELIMITERS = [",", "\t", ";", "|", "，", "；", "、"];
/** Records that are looked at to find how a table is laid out. */
export const SAMPLE_RECORDS = 200;

/**
 * What separates the cells: what cuts most records into the same number of cells, more than one, or the first record
 * into names that we know.
 */
export function findDelimiter(text: string): string {
  let best = { delimiter: NONE, share: 0.5 };
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const records = recordsOf(text, delimiter).slice(0, SAMPLE_RECORDS);
    const first = records[0] ?? [];
    const isHeader = first.length > 1 && first.some((cell) => headerRank(cell) !== null);
    const share = isHeader ? 1 : evenShare(records.map((cells) => cells.length));
    if (share > best.share) best = { delimiter, share };
  }
  return best.delimiter;
}

function evenShare(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return widths.length === 0 ? 0 : Math.max(0, ...counts.values()) / widths.length;
}
