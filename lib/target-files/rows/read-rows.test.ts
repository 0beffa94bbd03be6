import { describe, expect, test } from "vitest";
import type { RowKind } from "@/lib/tasks/targets";
import { bytesOf, splitSource } from "../reading-for-tests";
import { MAX_ROWS } from "../row-sheet";
import { textRow, workbook } from "../workbook/building-for-tests";
import { readRows } from "./read-rows";
import type { RowChoice } from "./verdict";

const watching = { onBytes: () => {}, signal: new AbortController().signal };

async function read(content: string | Uint8Array, kind: RowKind = "registration", choice: RowChoice = {}) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const reading = await readRows(splitSource(bytes, []), kind, choice, watching);
  if (reading.kind === "refusal") throw new Error(`refused: ${reading.reason}`);
  const { verdict, table } = reading;
  if (verdict.missing.length === 0) expect(verdict.ready + verdict.repeats + verdict.rejected).toBe(verdict.rows);
  const { rows } = table.page("rejected", 0, 1_000, new Set());
  return { verdict, table, rejected: rows.map((row) => [row.line, row.issues.map(({ reason }) => reason)] as const) };
}

test("30,000 rows as Chinese Excel saves them: the 200 bad ones are named, the others are ready", async () => {
  const bad = (at: number) => at % 150 === 75;
  const flaws = ["n 1", "ｎ1", "1.23457E+15", ""];
  const lines = Array.from({ length: 30_000 }, (_, at) => {
    const node = bad(at) ? flaws[Math.floor(at / 150) % flaws.length] : `SN${String(at).padStart(8, "0")}`;
    return `5c8ba99030344005c02316ad,${node},水表${at},SECRET,k3y-${at}-secret,是`;
  });
  const text = ["产品ID*,设备标识码*,设备名称,认证类型,密钥,安全接入", ...lines, ""].join("\r\n");
  const { verdict, rejected, table } = await read(bytesOf(text, "gb18030"));
  expect(verdict).toMatchObject({ encoding: "gb18030", rows: 30_000, ready: 29_800, rejected: 200, repeats: 0 });
  const lineNumbers = Array.from({ length: 200 }, (_, at) => at * 150 + 77);
  expect(rejected.map(([line]) => line)).toEqual(lineNumbers);
  expect(new Set(rejected.flatMap(([, reasons]) => reasons))).toEqual(
    new Set(["space", "full-width", "excel-number", "required"]),
  );
  expect(table.sheet().rows[0]).toEqual([
    ...["5c8ba99030344005c02316ad", "SN00000000", "水表0", "SECRET", "k3y-0-secret", "true"],
  ]);
});

test("columns in any order and others between, found by name below a title", async () => {
  const { verdict, table } = await read(
    "Batch 7;;;\nremark;Node ID;Product ID (required);Description\nx;n1;p1;水表\ny;n2;p1;\n",
  );
  expect(verdict).toMatchObject({ above: 1, header: true, ready: 2, missing: [] });
  expect(verdict.mapping).toEqual([null, "node_id", "product_id", "description"]);
  expect(table.sheet()).toEqual({
    columns: ["node_id", "product_id", "description"],
    rows: [
      ["n1", "p1", "水表"],
      ["n2", "p1", ""],
    ],
  });
});

describe("which column is which", () => {
  test("is asked for where no name is known, and taken as it is answered", async () => {
    expect((await read("p1,n1\np1,n2\n")).verdict).toMatchObject({
      header: false,
      rows: 2,
      missing: ["product_id", "node_id"],
    });
    const { verdict } = await read("p1,n1\np1,n2\n", "registration", {
      header: false,
      mapping: ["product_id", "node_id"],
    });
    expect(verdict).toMatchObject({ ready: 2, missing: [] });
  });

  test("is asked for where a required one is missing", async () => {
    expect((await read("node_id,name\nn1,x\n")).verdict).toMatchObject({ ready: 0, missing: ["product_id"] });
  });

  test("is the first of two with the same name", async () => {
    const { verdict } = await read("device_id,设备ID,gateway_id\nd1,x,g\n", "gateways");
    expect(verdict.mapping).toEqual(["device_id", null, "gateway_id"]);
  });
});

test("rows that repeat others are told from rows that contradict them", async () => {
  const { verdict, rejected, table } = await read("device_id,gateway_id\nd1,g1\nd1,g1\nd1,g2\nD1,g1\n", "gateways");
  expect(verdict).toMatchObject({ rows: 4, ready: 2, repeats: 1, rejected: 1 });
  expect(rejected).toEqual([[4, ["same-device"]]]);
  expect(table.page("repeat", 0, 9, new Set()).rows).toMatchObject([{ line: 3, of: 2 }]);
});

test("what Excel keeps in its own way is taken where it is exact, and refused where it is not", async () => {
  const row = (...cells: readonly string[]) => `<row>${cells.join("")}</row>`;
  const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const book = workbook(
    textRow("product_id", "node_id", "secure_access", "timeout", "device_name") +
      row(
        text("p"),
        "<c><v>20240101</v></c>",
        '<c t="b"><v>1</v></c>',
        "<c><v>3600</v></c>",
        "<c><f>A1</f><v>x</v></c>",
      ) +
      row(text("p"), "<c><v>20240102</v></c>", '<c t="b"><v>0</v></c>', "<c><v>3600</v></c>", text("x")) +
      row(text("p"), '<c t="b"><v>1</v></c>', text("否"), "<c><v>1.5</v></c>", text("x")),
  );
  const { verdict, rejected, table } = await read(book);
  expect(verdict).toMatchObject({ rows: 3, ready: 1, rejected: 2, encoding: null });
  expect(rejected).toEqual([
    [2, ["formula"]],
    [4, ["excel-boolean", "integer"]],
  ]);
  expect(table.sheet().rows).toEqual([["p", "20240102", "false", "3600", "x"]]);
});

test("a changed cell is what it says, whatever Excel had made of it", async () => {
  const book = workbook(
    `${textRow("device_id", "gateway_id")}<row><c><f>A1</f><v>d</v></c><c t="inlineStr"><is><t>g</t></is></c></row>`,
  );
  const { table } = await read(book, "gateways");
  table.change(0, "device_id", "d1");
  expect(table.settle()).toEqual({ ready: 1, repeats: 0, rejected: 0 });
});

test("as many rows as can be split are read, and of more only their number is told", { timeout: 60_000 }, async () => {
  const many = (count: number) =>
    new TextEncoder().encode(
      `device_id,gateway_id\n${Array.from({ length: count }, (_, at) => `d${at},g`).join("\n")}`,
    );
  expect((await read(many(MAX_ROWS), "gateways")).verdict.ready).toBe(MAX_ROWS);
  const source = splitSource(many(MAX_ROWS + 7), []);
  expect(await readRows(source, "gateways", {}, watching)).toMatchObject({
    reason: "many-rows",
    values: { count: MAX_ROWS + 7, limit: MAX_ROWS },
  });
});
