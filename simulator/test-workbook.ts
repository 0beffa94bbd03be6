import { strToU8, zipSync } from "fflate";

/** A cell: text is written as it stands, a number as a number. */
type Cell = string | number;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** An XLSX file of the tests' own making. Text cells are inline, so that what is written is what is seen. */
export function workbook(...sheets: Cell[][][]): Uint8Array {
  const relations = sheets.map((_, index) => `<Relationship Id="r${index}" Target="worksheets/s${index}.xml"/>`);
  const names = sheets.map((_, index) => `<sheet name="S${index}" sheetId="${index + 1}" r:id="r${index}"/>`);
  return zipSync({
    "xl/workbook.xml": strToU8(`<workbook xmlns:r="r"><sheets>${names.join("")}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${relations.join("")}</Relationships>`),
    ...Object.fromEntries(sheets.map((rows, index) => [`xl/worksheets/s${index}.xml`, strToU8(sheetXml(rows))])),
  });
}

function sheetXml(rows: Cell[][]): string {
  const cell = (value: Cell) =>
    typeof value === "number"
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  const lines = rows.map((row) => `<row>${row.map(cell).join("")}</row>`);
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${lines.join("")}</sheetData></worksheet>`;
}
