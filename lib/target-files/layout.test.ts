import { describe, expect, test } from "vitest";
import { readText } from "./reading-for-tests";

describe("the column of device IDs is found", () => {
  test.each([
    ["by its English name", "name,device_id\nWater meter,WM-1\nWater meter,WM-2", 1, true],
    ["by its name as IoTDA's console writes it", "设备名称,设备标识码,设备ID\n一,n1,WM-1\n二,n2,WM-2", 2, true],
    ["by its name however it is spelt", "Node ID;Device-Id *\nn1;WM-1", 1, true],
    ["by a likelier name where there are two", "ID,Device ID\n1,WM-1\n2,WM-2", 1, true],
    ["by its values under a header that names it otherwise", "Name,Number\nMeter one,WM-1\nMeter two,WM-2", 1, true],
    ["by its values without a header", "north,WM-1\nnorth,WM-2\nnorth,WM-3", 1, false],
    ["as the only one", "WM-1\nWM-2", 0, false],
    ["as the only one, with stray commas", "WM-1\nWM-2,\nWM-3\nWM-4", 0, false],
    ["as the first of a column and an empty one", "WM-1,\nWM-2,\nWM-3,", 0, false],
    ["as every cell of one pasted line", "WM-1, WM-2, WM-3", "every", false],
    ["as every cell between full-width marks", "WM-1，WM-2，WM-3", "every", false],
    ["as every cell between tabs", "WM-1\tWM-2\tWM-3\n", "every", false],
  ])("%s", async (_, text, column, header) => {
    expect((await readText(text)).verdict).toMatchObject({ column, header });
  });
});

test("a mark that separates nothing elsewhere is a flaw of its line, not a lost cell", async () => {
  const { verdict, ids } = await readText("WM-1\nWM-2,WM-9\nWM-3\nWM-4");
  expect(ids).toEqual(["WM-1", "WM-3", "WM-4"]);
  expect(verdict.rejections).toMatchObject([{ line: 2, reason: "character", values: { character: "," } }]);
});

test("another column is read when it is chosen", async () => {
  const { ids, verdict } = await readText("device_id,gateway_id\nWM-1,GW-1\nWM-2,GW-1", { column: 1 });
  expect(ids).toEqual(["GW-1"]);
  expect(verdict).toMatchObject({ column: 1, repeats: 1, entries: 2 });
});

test("every cell is read when that is chosen, and empty ones are none", async () => {
  const { ids, verdict } = await readText("WM-1,WM-2\nWM-3,\n", { column: "every" });
  expect(ids).toEqual(["WM-1", "WM-2", "WM-3"]);
  expect(verdict.entries).toBe(3);
});

test("the first line is a header or a device, as the person says", async () => {
  expect((await readText("Meter\nWM-1", { header: true })).ids).toEqual(["WM-1"]);
  expect((await readText("device\nWM-1", { header: false })).ids).toEqual(["device", "WM-1"]);
});

test("columns come with their names and first values, shortened", async () => {
  const { verdict } = await readText(`device_id,note\nWM-1,${"x".repeat(90)}\nWM-2,b\nWM-3,c\nWM-4,d`);
  expect(verdict.columns).toEqual([
    { index: 0, name: "device_id", samples: ["WM-1", "WM-2", "WM-3"] },
    { index: 1, name: "note", samples: [`${"x".repeat(39)}…`, "b", "c"] },
  ]);
});

test("a table of more text than is looked at keeps its layout to the end", async () => {
  const rows = Array.from({ length: 9_000 }, (_, at) => `"Meter, ${at}";WM-${at}`);
  const { verdict, ids } = await readText(["name;device_id", ...rows].join("\n"));
  expect([verdict.column, verdict.rejected, ids.length]).toEqual([1, 0, 9_000]);
});
