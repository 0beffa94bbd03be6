import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ROW_KINDS } from "@/lib/tasks/targets";
import { ROW_COLUMNS } from "./columns";
import { readList, splitSource } from "./reading-for-tests";
import { readRows } from "./rows/read-rows";

const FOLDER = "public/templates";
const bytesOf = (name: string) => new Uint8Array(readFileSync(`${FOLDER}/${name}.csv`));
const watching = { onBytes: () => {}, signal: new AbortController().signal };

test("there is one template for device lists and one for each kind of rows", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(["device-ids", ...ROW_KINDS].map((name) => `${name}.csv`).sort());
});

test("no example of the device list can be used, and all say why", async () => {
  const { verdict } = await readList(bytesOf("device-ids"));
  expect(verdict).toMatchObject({ header: true, ready: 0, entries: 2 });
  expect(new Set(verdict.rejections.map(({ reason }) => reason))).toEqual(new Set(["example"]));
});

test.each(ROW_KINDS)("the template of %s has every column, and is right but for being an example", async (kind) => {
  const reading = await readRows(splitSource(bytesOf(kind), []), kind, {}, watching);
  if (reading.kind === "refusal") throw new Error(reading.reason);
  const { verdict, table } = reading;
  expect(verdict.mapping).toEqual(ROW_COLUMNS[kind].map(({ name }) => name));
  expect(verdict).toMatchObject({ ready: 0, repeats: 0, rejected: verdict.rows, encoding: "utf-8" });
  const { rows } = table.page("rejected", 0, 50, new Set());
  for (const row of rows) expect(new Set(row.issues.map(({ reason }) => reason))).toEqual(new Set(["example"]));
});
