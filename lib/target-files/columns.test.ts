import { expect, test } from "vitest";
import { ROW_KINDS } from "@/lib/tasks/targets";
import { columnOfHeader, isColumnName, missingColumns, ROW_COLUMNS } from "./columns";

test.each([
  ["product_id", "product_id"],
  ["*Product ID", "product_id"],
  ["产品ID", "product_id"],
  ["产品 ID（必填）", "product_id"],
  ["\ufeffNODE_ID", "node_id"],
  ["设备标识码*", "node_id"],
  ["设备ID", "device_id"],
  ["Device name", "device_name"],
  ["设备名称", "device_name"],
  ["密钥", "secret"],
  ["Secret [8-32]", "secret"],
  ["指纹", "fingerprint"],
  ["tags", null],
  ["", null],
])("the header %j is %s", (cell, name) => {
  expect(columnOfHeader("registration", cell)).toBe(name);
});

test("a column of another kind of file is none of this one", () => {
  expect(columnOfHeader("update", "product_id")).toBeNull();
  expect(isColumnName("gateways", "device_name")).toBe(false);
});

test.each(ROW_KINDS)("every column of %s is found by each of its names", (kind) => {
  for (const { name, headers } of ROW_COLUMNS[kind])
    for (const header of [name, ...headers]) expect(columnOfHeader(kind, header)).toBe(name);
});

test("required columns that are missing are named", () => {
  expect(missingColumns("registration", ["node_id", "secret"])).toEqual(["product_id"]);
  expect(missingColumns("gateways", ["device_id", "gateway_id"])).toEqual([]);
});
