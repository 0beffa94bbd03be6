import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { NONE, recordReader } from "./records";

/** What our reader tells of a text that comes in pieces: each record with its line. */
function read(text: string, delimiter: string, cuts: readonly number[]) {
  const told: [readonly string[], number][] = [];
  const reader = recordReader(delimiter, (cells, line) => told.push([cells, line]));
  const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
  let start = 0;
  for (const end of ends) {
    reader.push(text.slice(start, end));
    start = end;
  }
  reader.end();
  return told;
}

test("text without quotes is cut as the parser cuts it, wherever its pieces end", () => {
  const text = fc
    .array(fc.constantFrom("a", "é", "水", ",", ";", "\n", " "), { maxLength: 60 })
    .map((all) => all.join(""));
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(",", ";", NONE),
      fc.array(fc.nat(), { maxLength: 6 }),
      (whole, delimiter, cuts) => {
        const { data } = Papa.parse<string[]>(whole, { delimiter, newline: "\n" });
        // A line end at the very end begins no further record.
        const records = whole === "" || whole.endsWith("\n") ? data.slice(0, -1) : data;
        expect(read(whole, delimiter, cuts)).toEqual(records.map((cells, at) => [cells, at + 1]));
      },
    ),
    { numRuns: 500 },
  );
});
