import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvLine, rejectedCsv } from "./rejected-csv";
import type { Rejection } from "./verdict";

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])("%j can not run as a formula", (cell) => {
  expect(Papa.parse<string[]>(csvLine([cell])).data[0]?.[0]).toBe(`'${cell}`);
});

test.each(["a,b", 'say "x"', "two\nlines", " a ", "水表", "", "1.2E+15"])("%j comes back as it was", (cell) => {
  expect(Papa.parse<string[]>(csvLine([7, cell, "end"])).data[0]).toEqual(["7", cell, "end"]);
});

test("the file holds every rejected row of every page, and opens as UTF-8", async () => {
  const row = (line: number): Rejection => ({
    ...{ entry: line, line, content: `=水表 ${line}` },
    ...{ reason: "space", values: {}, fix: line === 3 ? "A" : null },
  });
  const pages = [[row(1), row(2)], [row(3)], []];
  const page = async (from: number) => pages[from === 0 ? 0 : from - 1] ?? [];
  const blob = await rejectedCsv(page, { header: ["Line", "It says", "Why", "Use"], reason: (r) => `why ${r.reason}` });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe(
    "Line,It says,Why,Use\r\n1,'=水表 1,why space,\r\n2,'=水表 2,why space,\r\n3,'=水表 3,why space,A\r\n",
  );
});
