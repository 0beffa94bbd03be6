import { describe, expect, test } from "vitest";
import { readList, refusalOf } from "../reading-for-tests";
import { bookFiles, patched, textRow, workbook, zipped } from "./building-for-tests";

const HEADER = textRow("device_id");
const rejected = (list: Awaited<ReturnType<typeof readList>>) =>
  list.rejections.map(({ line, content, reason }) => [line, content, reason]);

describe("cells", () => {
  test.each([
    ["a whole number", "<c><v>12345</v></c>", "12345"],
    ["one of 15 digits", '<c t="n"><v>123456789012345</v></c>', "123456789012345"],
    ["one that another program wrote as a fraction", "<c><v>12345.0</v></c>", "12345"],
    ["one that another program wrote with a power", "<c><v>1.2345E4</v></c>", "12345"],
    ["one that is shown with zeros in front", '<c s="1"><v>7</v></c>', "000007"],
    ["an inline text", '<c t="inlineStr"><is><t>A-1</t></is></c>', "A-1"],
    ["a text in runs, with a reading aid", "", "A-1"],
    ["a text that a formula left as a value", '<c t="str"><v>A-1</v></c>', "A-1"],
    ["an escaped underscore", '<c t="inlineStr"><is><t>sensor_x005F_x0041_7</t></is></c>', "sensor_x0041_7"],
    ["an escape as Excel reads it", '<c t="inlineStr"><is><t>sensor_x0041_7</t></is></c>', "sensorA7"],
    ["entities", '<c t="inlineStr"><is><t>&#65;&#x2D;1</t></is></c>', "A-1"],
    ["text as data", '<c t="inlineStr"><is><t><![CDATA[A-1]]></t></is></c>', "A-1"],
  ])("%s", async (name, cell, id) => {
    const strings = "<si><r><t>A</t></r><r><t>-1</t></r><rPh><t>aid</t></rPh></si>";
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>';
    const shared = name === "a text in runs, with a reading aid" ? '<c t="s"><v>0</v></c>' : cell;
    const list = await readList(workbook(`${HEADER}<row>${shared}</row>`, { strings, styles }));
    expect(list.ids).toEqual([id]);
  });

  test.each([
    ["a number of 16 digits", "<c><v>1234567890123456</v></c>", "excel-number"],
    ["one with a power beyond 15 digits", "<c><v>1.23457E+15</v></c>", "excel-number"],
    ["a text that Excel spoiled before", '<c t="inlineStr"><is><t>1.23457E+15</t></is></c>', "excel-number"],
    ["a formula", "<c><f>A1&amp;B1</f><v>5</v></c>", "formula"],
    ["a shared formula without its text", '<c><f t="shared" si="0"/><v>5</v></c>', "formula"],
    ["TRUE", '<c t="b"><v>1</v></c>', "excel-boolean"],
    ["an error", '<c t="e"><v>#N/A</v></c>', "excel-error"],
    ["a date in Excel's own format", '<c s="1"><v>46024</v></c>', "date"],
    ["a date in a format of its own", '<c s="2"><v>46024.5</v></c>', "date"],
    ["a date as text", '<c t="d"><v>2026-01-02</v></c>', "date"],
    ["a fraction", "<c><v>1.5</v></c>", "character"],
    ["nothing", "<c/>", "empty"],
  ])("%s is refused, and says why", async (_, cell, reason) => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';
    const rows = `${textRow("device_id", "name")}<row>${cell}<c t="inlineStr"><is><t>x</t></is></c></row>`;
    const list = await readList(workbook(rows, { styles }));
    expect(list.verdict).toMatchObject({ entries: 1, ready: 0, rejected: 1 });
    expect(list.rejections[0]).toMatchObject({ line: 2, reason });
  });
});

test("rows have the numbers that Excel shows, and empty ones between are counted as blank", async () => {
  const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    `<row r="3">${cell("C3", "device_id")}</row>`,
    `<row r="4">${cell("C4", "A-1")}</row>`,
    `<row r="7" hidden="1">${cell("C7", "A 2")}</row>`,
    '<row r="8"><c r="C8"/></row>',
    '<row r="900"><c r="C900" t="inlineStr"><is><t> </t></is></c></row>',
  ].join("");
  const merged = `<worksheet><sheetData>${rows}</sheetData><mergeCells><mergeCell ref="C4:C6"/></mergeCells></worksheet>`;
  const list = await readList(workbook(merged));
  expect(list.ids).toEqual(["A-1"]);
  expect(rejected(list)).toEqual([[7, "A 2", "space"]]);
  expect(list.verdict).toMatchObject({ entries: 2, blank: 4, column: 2, workbook: { hiddenRows: 1, merged: 1 } });
});

describe("of several sheets", () => {
  const book = zipped(
    bookFiles([
      { name: "Secret", xml: `${HEADER}${textRow("H-1")}`, state: "veryHidden" },
      { name: "Read me", xml: textRow("How to fill in this file") },
      { name: "设备", xml: `${textRow("name", "设备ID")}${textRow("x", "A-1")}` },
    ]),
  );

  test("the visible one that looks like a list is read", async () => {
    const { ids, verdict } = await readList(book);
    expect(ids).toEqual(["A-1"]);
    expect(verdict.workbook).toMatchObject({
      sheet: 2,
      sheets: [
        { name: "Secret", hidden: true },
        { name: "Read me", hidden: false },
        { name: "设备", hidden: false },
      ],
    });
  });

  test("another is read when it is chosen, hidden or not", async () => {
    expect((await readList(book, { sheet: 0 })).ids).toEqual(["H-1"]);
    expect((await readList(book, { sheet: 99 })).ids).toEqual(["A-1"]);
  });
});

test("prefixes, other folders and absolute paths make no difference", async () => {
  const files = bookFiles([{ name: "S", xml: "" }]);
  const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  files["xl/worksheets/sheet1.xml"] =
    `<x:worksheet ${main}><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>A-1</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
  expect((await readList(zipped(files))).ids).toEqual(["A-1"]);
});

const BOMB_ROW = '<row r="1"><c t="inlineStr"><is><t>';
const OPENING = `<worksheet><sheetData>${BOMB_ROW}`;
const LOCAL = [0x50, 0x4b, 3, 4];
const CENTRAL = [0x50, 0x4b, 1, 2];

describe("refused without being read any further", () => {
  const sheet = (xml: string | Uint8Array) =>
    zipped({ ...bookFiles([{ name: "S", xml: "" }]), "xl/worksheets/sheet1.xml": xml });
  const good = workbook(`${HEADER}${textRow("A-1")}`);
  const spaces = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024).fill(32);
  const withStart = (bytes: Uint8Array, start: string) => {
    bytes.set(new TextEncoder().encode(start));
    return bytes;
  };

  test.each([
    [
      "a bomb that hides its size",
      patched(sheet(withStart(spaces(64), OPENING)), CENTRAL, 24, [16, 0, 0, 0]),
      "unsafe",
    ],
    ["one that declares its size", patched(sheet(OPENING), CENTRAL, 24, [0, 0, 0, 0x7f]), "huge"],
    ["an endless text in a cell", sheet(withStart(spaces(16), OPENING)), "unsafe"],
    ["entities of its own", sheet(`<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>${OPENING}&c;`), "unsafe"],
    ["an outside entity", sheet(`<!DOCTYPE a SYSTEM "file:///etc/passwd">${OPENING}`), "unsafe"],
    ["names that lead out of the archive", zipped({ ...bookFiles([{ name: "S", xml: "" }]), "../../x": "" }), "unsafe"],
    ["names from the root of a disk", zipped({ ...bookFiles([{ name: "S", xml: "" }]), "C:/x": "" }), "unsafe"],
    ["the same name twice", zipped({ ...bookFiles([{ name: "S", xml: "" }]), "XL/workbook.xml": "" }), "unsafe"],
    ["half an archive", good.subarray(0, good.length / 2), "damaged"],
    ["an archive without its end", good.subarray(0, -10), "damaged"],
    ["a changed letter", patched(good, LOCAL, 14 + 30, [1, 2, 3]), "damaged"],
    ["a sheet that is no XML", sheet("{}"), "damaged"],
    ["a sheet that ends early", sheet(`${OPENING}A-1`), "damaged"],
    ["a sheet that is no text", sheet(new Uint8Array([60, 0xff, 0xfe, 62])), "damaged"],
    ["a sheet that is not there", zipped(withoutSheet()), "damaged"],
    [
      "a row beyond Excel's last",
      sheet('<worksheet><sheetData><row r="1048577"><c><v>1</v></c></row></sheetData></worksheet>'),
      "damaged",
    ],
    [
      "a column beyond Excel's last",
      sheet('<worksheet><sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData></worksheet>'),
      "damaged",
    ],
    ["an encrypted archive", patched(good, CENTRAL, 8, [1, 0]), "encrypted"],
  ])("%s", { timeout: 30_000 }, async (_, bytes, reason) => {
    expect((await refusalOf(bytes)).reason).toBe(`workbook-${reason}`);
  });

  test.each([
    ["an archive of something else", zipped({ "list.csv": "device_id\nA-1" }), "packed"],
    ["an empty archive", zipped({}), "packed"],
    ["a text document", zipped({ "_rels/.rels": documentRelations(), "word/document.xml": "<w/>" }), "packed"],
    ["a workbook with nothing in it", workbook(""), "nothing"],
    ["a workbook with a header only", workbook(HEADER), "nothing"],
    ["a workbook with a password", locked(), "workbook-encrypted"],
    ["a web page that calls itself a workbook", new TextEncoder().encode("<html><table><tr><td>A-1"), "markup"],
    ["a spreadsheet in XML", new TextEncoder().encode('<?xml version="1.0"?><Workbook>'), "markup"],
  ])("%s", async (_, bytes, reason) => {
    expect((await refusalOf(bytes)).reason).toBe(reason);
  });
});

test("the same columns at Excel's limits are read", async () => {
  const row = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>A-1</t></is></c></row>';
  const { ids } = await readList(workbook(row), { column: 16_383, header: false });
  expect(ids).toEqual(["A-1"]);
});

function withoutSheet() {
  const { "xl/worksheets/sheet1.xml": _, ...files } = bookFiles([{ name: "S", xml: "" }]);
  return files;
}

function documentRelations(): string {
  return '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>';
}

/** The container of a locked workbook, as far as it matters: its first bytes, and the name of the locked part. */
function locked(): Uint8Array {
  const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(1_500).fill(0), ...name]);
}
