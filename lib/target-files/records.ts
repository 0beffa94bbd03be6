import Papa from "papaparse";
import { MAX_RECORD_CHARS, RefusedList } from "./verdict";

type OnRecord = (cells: readonly string[], line: number) => void;

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

  const parse = (text: string, isLast: boolean) => {
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
export const isBlank = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === "" || /^[ \t]*$/.test(cell));
