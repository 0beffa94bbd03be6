import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { workbook } from "../test-workbook";
import { countRows, rowsFor } from "./file-rows";
import { readWorkbook, UnreadableWorkbook } from "./spreadsheet";

test("reads what another program writes, text and numbers, with gaps", async () => {
  const cell = (value: string) => ({ type: String, value });
  const file = await writeXlsxFile([
    [cell("device_id"), cell("描述 & more")],
    [cell("0012"), null, { type: Number, value: 12 }],
    [null, cell("x<y")],
  ]).toBuffer();
  expect(readWorkbook(file)).toEqual([
    [
      ["device_id", "描述 & more"],
      ["0012", "", "12"],
      ["", "x<y"],
    ],
  ]);
});

test("shared strings with runs, phonetic guides left out, references that skip columns", () => {
  const file = zipSync({
    "xl/workbook.xml": strToU8(
      '<x:workbook><x:sheets><x:sheet name="a" sheetId="7" r:id="q"/></x:sheets></x:workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8('<R><Relationship Id="q" Target="/xl/worksheets/one.xml"/></R>'),
    "xl/sharedStrings.xml": strToU8(
      "<sst><si><t>one</t></si><si><r><t>two </t></r><r><t>parts</t></r><rPh><t>no</t></rPh></si><si><t/></si></sst>",
    ),
    "xl/worksheets/one.xml": strToU8(
      '<worksheet><row r="1"><c r="B1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c><c r="E1" t="b"><v>1</v></c></row></worksheet>',
    ),
  });
  expect(readWorkbook(file)).toEqual([[["", "one", "", "two parts", "TRUE"]]]);
});

test("escapes of XLSX are read as Excel reads them", () => {
  const [sheet] = readWorkbook(workbook([["sensor_x0041_7", "sensor_x005F_x0041_7", "a_b_x00_"]]));
  expect(sheet).toEqual([["sensorA7", "sensor_x0041_7", "a_b_x00_"]]);
});

test("long digits that were written as a number are what Excel makes of them", () => {
  const [sheet] = readWorkbook(workbook([[1.23457e15, 8.61234567890123e20]]));
  expect(sheet).toEqual([["1234570000000000", "861234567890123000000"]]);
});

test.each<[string, Uint8Array]>([
  ["no archive", strToU8("device_id\nd0\n")],
  ["an archive without a workbook", zipSync({ "a.txt": strToU8("x") })],
  ["a sheet that is cut short", zipSync({ "xl/workbook.xml": strToU8("<workbook><sheet") })],
])("%s is no workbook", (_what, bytes) => {
  expect(() => readWorkbook(bytes)).toThrow(UnreadableWorkbook);
});

test("a workbook that would fill the memory once unpacked is refused", () => {
  const bomb = zipSync({ "xl/workbook.xml": strToU8(" "), "xl/sharedStrings.xml": new Uint8Array(97 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(200_000);
  expect(() => readWorkbook(bomb)).toThrow("too large once unpacked");
});

test("the heading is found by name, in any sheet, below instructions; unknown columns and empty rows are ignored", () => {
  const sheets = [
    [["How to fill this in"]],
    [["Please keep the heading"], ["* Device ID", "Remark", "device_name"], ["d1", "x", "n"], ["", ""], ["d2"]],
  ];
  expect(rowsFor("deleteDevices", sheets)).toEqual([{ device_id: "d1", device_name: "n" }, { device_id: "d2" }]);
  expect(rowsFor("createDevices", sheets)).toBeUndefined();
  expect(countRows(sheets)).toBe(2);
  const chinese = [
    [
      ["*设备标识码（必填）", "产品 ID", "密钥"],
      ["n1", "p1", "s"],
    ],
  ];
  expect(rowsFor("createDevices", chinese)).toEqual([{ node_id: "n1", product_id: "p1", secret: "s" }]);
});
