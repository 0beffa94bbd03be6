import { DEVICE_ID } from "@/lib/tasks/targets";
import { headerRank } from "./header-names";
import { recordsOf } from "./records";
import { type Choice, type Column, type ColumnChoice, shorten } from "./verdict";

/** Characters that are looked at to find the layout; the same ones wherever the pieces of a file end. */
export const SAMPLE_CHARS = 64 * 1024;

/** How the text is a table: what separates cells, whether the first record names the columns, where the IDs are. */
export type Layout = { delimiter: string; header: boolean; columns: readonly Column[]; column: ColumnChoice };

const DELIMITERS = [",", "\t", ";", "|", "，", "；", "、"];
/** Stands for "no delimiter": a character that no list holds. */
const NONE = "\u001f";
const MAX_COLUMNS = 50;
const SAMPLE_RECORDS = 200;

/** Finds the layout in the first part of a text. `isWhole`: nothing comes after it. */
export function findLayout(sample: string, isWhole: boolean, choice: Choice): Layout {
  const text = isWhole ? sample : wholeLines(sample);
  const delimiter = findDelimiter(text);
  const records = recordsOf(text, delimiter).slice(0, SAMPLE_RECORDS);
  const first = records[0] ?? [];
  const header = choice.header ?? first.some((cell) => headerRank(cell) !== null);
  const rows = header ? records.slice(1) : records;
  const width = Math.min(MAX_COLUMNS, Math.max(0, ...records.map((cells) => cells.length)));
  const columns = Array.from(
    { length: width },
    (_, index): Column => ({
      index,
      name: header ? shorten((first[index] ?? "").trim(), 60) : null,
      samples: rows.slice(0, 3).map((cells) => shorten((cells[index] ?? "").trim(), 40)),
    }),
  );
  const oneLine = isWhole && !header && rows.length === 1 && width > 1;
  const column = choice.column ?? (oneLine ? "every" : bestColumn(columns, rows));
  return { delimiter, header, columns, column };
}

/** The last line may be cut in the middle, and with it a quoted cell. */
function wholeLines(sample: string): string {
  const end = sample.lastIndexOf("\n");
  return end === -1 ? sample : sample.slice(0, end);
}

/** The one that cuts most records into the same number of cells, more than one. */
function findDelimiter(text: string): string {
  let best = { delimiter: NONE, share: 0.5 };
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const records = recordsOf(text, delimiter).slice(0, SAMPLE_RECORDS);
    const share = evenShare(records.map((cells) => cells.length));
    if (share > best.share) best = { delimiter, share };
  }
  return best.delimiter;
}

function evenShare(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return widths.length === 0 ? 0 : Math.max(0, ...counts.values()) / widths.length;
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
