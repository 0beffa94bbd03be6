import { expect, test } from "vitest";
import { splitSource } from "./reading-for-tests";
import { columnsWithoutPlace, readTemplateHeader, templateRows } from "./template-header";
import { writeWorkbook } from "./write-workbook";

async function template(header: readonly string[], above: readonly (readonly string[])[] = []) {
  const bytes = await writeWorkbook({ sheet: "批量注册", above, header, rows: [["example", "row"]] });
  return splitSource(bytes, []);
}

test("the header is found below the instructions, with stars and remarks, and rows are laid out by it", async () => {
  const above = [["填写说明：带 * 的列必填"], [], ["product_id"]];
  const header = ["*设备标识码", "产品ID（必填）", "备用", "Device_Name "];
  const read = await readTemplateHeader("registration", await template(header, above));
  if (!read.ok) throw new Error(read.problem.kind);
  expect(read.template).toEqual({
    sheet: "批量注册",
    above,
    header,
    columns: ["node_id", "product_id", null, "device_name"],
  });
  const sheet = { columns: ["product_id", "node_id", "secret"] as const, rows: [["p", "n", "s3cretsecret"]] };
  expect([...templateRows(read.template, sheet)]).toEqual([["n", "p", "", ""]]);
  expect(columnsWithoutPlace(read.template, sheet)).toEqual(["secret"]);
  expect(columnsWithoutPlace(read.template, { ...sheet, rows: [["p", "n", ""]] })).toEqual([]);
});

test("a template without a required column is refused by its name", async () => {
  expect(await readTemplateHeader("registration", await template(["node_id", "device_name"]))).toEqual({
    ok: false,
    problem: { kind: "missing", columns: ["product_id"] },
  });
  expect(await readTemplateHeader("gateways", await template(["node_id"]))).toMatchObject({
    problem: { columns: ["device_id", "gateway_id"] },
  });
});

test("a template that is no workbook is refused", async () => {
  const text = splitSource(new TextEncoder().encode("device_id,gateway_id\n"), []);
  expect(await readTemplateHeader("gateways", text)).toEqual({
    ok: false,
    problem: { kind: "unreadable", reason: "workbook-damaged" },
  });
});
