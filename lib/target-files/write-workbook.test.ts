import fc from "fast-check";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { columnLetters, writeWorkbook } from "./write-workbook";

/** What another reader finds, every cell as it is: a number or a date would not be a text any more. */
async function readBack(file: Uint8Array): Promise<unknown[][]> {
  const [sheet] = await readWorkbook(Buffer.from(file));
  return sheet?.data ?? [];
}

const TRICKY = [
  ["sensor_x0041_7", "_x0041_x0042_", "_x005F_x0041_", "_x00e9_", "x_X0041_"],
  ["007", "+1", "=A1", "-5", "123456789012345678901234567890"],
  ["1.23457E+15", "TRUE", "2026-01-02", "1/2", "NULL"],
  ["水表 <7> & \"x\" 'y'", "a\nb", "a\tb", "🚰", "é"],
];

test("every cell is a text and comes back as it was", async () => {
  const file = await writeWorkbook({ sheet: "Devices", header: ["a", "b", "c", "d", "e"], rows: TRICKY });
  expect(await readBack(file)).toEqual([["a", "b", "c", "d", "e"], ...TRICKY]);
});

test("lines above the header keep their place, and empty cells stay empty", async () => {
  const file = await writeWorkbook({
    sheet: "注册 & more",
    above: [["How to fill this in"], []],
    header: ["a", "b", "c"],
    rows: [["", "", "x"]],
  });
  const [sheet] = await readWorkbook(Buffer.from(file));
  expect(sheet?.sheet).toBe("注册 & more");
  expect(sheet?.data.at(-1)).toEqual([null, null, "x"]);
  expect(sheet?.data[0]?.[0]).toBe("How to fill this in");
});

test("any ID survives, above all those that look like Excel's own escapes", async () => {
  const id = fc.array(fc.constantFrom("_x", "_", "x", "0041", "005F", "00e9", "A", "-", "7"), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(id, { minLength: 1, maxLength: 20 }), async (ids) => {
      const rows = ids.map((parts) => [parts.join("")]);
      const file = await writeWorkbook({ sheet: "S", header: ["device_id"], rows });
      expect((await readBack(file)).slice(1)).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

test("the same content makes the same bytes", async () => {
  const make = () => writeWorkbook({ sheet: "S", header: ["a"], rows: [["1"]] });
  expect(await make()).toEqual(await make());
});

test("columns are lettered as in Excel", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
