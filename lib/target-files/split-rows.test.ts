import { expect, test } from "vitest";
import { splitRows } from "./split-rows";
import { writeWorkbook } from "./write-workbook";

const rows = (count: number) => Array.from({ length: count }, (_, at) => [`device-${at}`]);
const sheet = (count: number) => ({ sheet: "Devices", header: ["device_id"], rows: rows(count) });

test("rows are cut at the limit, and not before", async () => {
  expect(await splitRows(sheet(50), { maxRows: 50 })).toEqual([{ from: 0, count: 50 }]);
  expect(await splitRows(sheet(51), { maxRows: 50 })).toEqual([
    { from: 0, count: 50 },
    { from: 50, count: 1 },
  ]);
  expect(await splitRows(sheet(0))).toEqual([]);
});

test("every part makes a file within the bytes, and together they are all rows", async () => {
  const whole = sheet(2_000);
  const maxBytes = 6_000;
  const parts = await splitRows(whole, { maxBytes });
  expect(parts.length).toBeGreaterThan(2);
  let next = 0;
  for (const { from, count } of parts) {
    expect(from).toBe(next);
    next += count;
    const file = await writeWorkbook({ ...whole, rows: whole.rows.slice(from, next) });
    expect(file.length).toBeLessThanOrEqual(maxBytes);
  }
  expect(next).toBe(2_000);
});

test("a file of exactly the limit is one part, and one byte less makes two", async () => {
  const whole = sheet(100);
  const { length } = await writeWorkbook(whole);
  expect(await splitRows(whole, { maxBytes: length })).toHaveLength(1);
  expect(await splitRows(whole, { maxBytes: length - 1 })).toHaveLength(2);
});
