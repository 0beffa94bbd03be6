import Papa from "papaparse";
import { hashOfBytes } from "./id-table";
import { MAX_RECORD_CHARS, RefusedList } from "./verdict";

/** `hash` is the only cell's `hashOfId`, where it is known by the way. */
type OnRecord = (cells: readonly string[], line: number, hash?: number) => void;

/** Stands for "no delimiter": a character that no list holds. */
export const NONE = "\u001f";

/** The part of PapaParse's answer that is used. */
type Parsed = { data: string[][]; errors: { code: string }[]; meta: { cursor: number } };

/**
 * Cuts text into records, piece by piece; a record is only told once it is whole, so where the pieces end does not
 * matter. Quoted line ends count as lines. Refuses endless records and quotes that never close.
 */
export function recordReader(delimiter: string, onRecord: OnRecord): { push: (text: string) => void; end: () => void } {
  const parser = new Papa.Parser({ delimiter, newline: "\n" });
  let rest = "";
  let line = 1;

  /** As the parser does it, but without holding all records at once: nothing can hide a line end here. */
  const cut = (text: string, isLast: boolean): number => {
    const end = isLast ? text.length : text.lastIndexOf("\n");
    const hash = delimiter === NONE ? hasher(text) : null;
    for (let from = 0; from <= end && text !== ""; ) {
      const next = text.indexOf("\n", from);
      const to = next === -1 ? end : next;
      if (to - from > MAX_RECORD_CHARS) throw tooLong(line);
      const record = text.slice(from, to);
      if (delimiter !== NONE) onRecord(record.split(delimiter), line);
      else onRecord([record], line, hash?.(from, to));
      line += 1;
      from = to + 1;
    }
    return isLast ? text.length : end + 1;
  };

  const parse = (text: string, isLast: boolean) => {
    if (!text.includes('"')) return cut(text, isLast);
    const parsed: Parsed = parser.parse(text, 0, !isLast);
    const open = isLast && parsed.errors.some((error) => error.code === "MissingQuotes");
    // Neither can be in a text without quotes or shorter than the limit; looking into every cell costs.
    const mayHoldLineEnds = text.includes('"');
    const mayBeTooLong = text.length > MAX_RECORD_CHARS;
    let left = parsed.data.length;
    for (const cells of parsed.data) {
      left -= 1;
      if (open && left === 0) throw new RefusedList("open-quote", { line });
      if (mayBeTooLong && lengthOf(cells) > MAX_RECORD_CHARS) throw tooLong(line);
      onRecord(cells, line);
      line += mayHoldLineEnds ? 1 + lineEndsIn(cells) : 1;
    }
    return parsed.meta.cursor;
  };

  return {
    push: (text) => {
      const whole = rest + text;
      rest = whole.slice(parse(whole, false));
      if (rest.length > MAX_RECORD_CHARS)
        throw rest.startsWith('"') ? new RefusedList("open-quote", { line }) : tooLong(line);
    },
    end: () => {
      if (rest !== "") parse(rest, true);
    },
  };
}

/** The hash of a part of a text of ASCII characters, whose bytes have the same places; null for other texts. */
function hasher(text: string): ((from: number, to: number) => number) | null {
  const bytes = new TextEncoder().encode(text);
  return bytes.length === text.length ? (from, to) => hashOfBytes(bytes, from, to) : null;
}

const tooLong = (line: number) => new RefusedList("long-line", { line, limit: MAX_RECORD_CHARS });

const lengthOf = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + cell.length, 0);

const lineEndsIn = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);

/** All records of a short text. */
export function recordsOf(text: string, delimiter: string): (readonly string[])[] {
  const records: (readonly string[])[] = [];
  const parsed: Parsed = new Papa.Parser({ delimiter, newline: "\n" }).parse(text, 0, false);
  for (const cells of parsed.data) if (!isBlank(cells)) records.push(cells);
  return records;
}

/** Nothing in any cell but ordinary spaces and tabs. */
export function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== "" && (cell.charCodeAt(0) > SPACE || !/^[ \t]*$/.test(cell))) return false;
  return true;
}

const SPACE = 32;
