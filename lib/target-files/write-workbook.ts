import { zipWriter } from "./zip-writer";

/** A sheet of texts. `above`: lines that stand over the header in a template, such as instructions. */
export type Sheet = {
  sheet: string;
  above?: readonly (readonly string[])[];
  header: readonly string[];
  rows: Iterable<readonly string[]>;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`;
const RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
/** Style 1 is the number format "Text" (49), so that Excel leaves the cells alone when somebody edits them. */
const STYLES = `${HEAD}<styleSheet ${MAIN}><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/**
 * A real XLSX of one sheet whose every cell is a text with its reference, so that IDs stay what they are in every
 * reader. Shared strings, as Excel itself writes them: some readers unescape no others. Empty cells are left out.
 */
export async function writeWorkbook({ sheet, above = [], header, rows }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const zip = zipWriter();
  const book = `<sheets><sheet name="${escapeText(sheet)}" sheetId="1" r:id="rId1"/></sheets>`;
  await zip.file("[Content_Types].xml", [CONTENT_TYPES]);
  await zip.file("_rels/.rels", [RELATIONS]);
  await zip.file("xl/workbook.xml", [`${HEAD}<workbook ${MAIN} xmlns:r="${OFFICE}">${book}</workbook>`]);
  await zip.file("xl/_rels/workbook.xml.rels", [WORKBOOK_RELATIONS]);
  await zip.file("xl/styles.xml", [STYLES]);
  const strings = new Map<string, number>();
  await zip.file("xl/worksheets/sheet1.xml", sheetXml([above, [header], rows], strings));
  await zip.file("xl/sharedStrings.xml", stringsXml(strings));
  return zip.end();
}

/** The sheet piece by piece; `strings` receives every text, with its place among the shared strings. */
function* sheetXml(blocks: readonly Iterable<readonly string[]>[], strings: Map<string, number>): Generator<string> {
  yield `${HEAD}<worksheet ${MAIN}><sheetData>`;
  let number = 0;
  for (const block of blocks) {
    for (const line of block) {
      number += 1;
      yield rowXml(line, number, strings);
    }
  }
  yield "</sheetData></worksheet>";
}

function rowXml(line: readonly string[], number: number, strings: Map<string, number>): string {
  let xml = `<row r="${number}">`;
  for (let at = 0; at < line.length; at += 1) {
    const text = line[at] ?? "";
    if (text === "") continue;
    let index = strings.get(text);
    if (index === undefined) {
      index = strings.size;
      strings.set(text, index);
    }
    xml += `<c r="${columnLetters(at)}${number}" s="1" t="s"><v>${index}</v></c>`;
  }
  return `${xml}</row>`;
}

function* stringsXml(strings: ReadonlyMap<string, number>): Generator<string> {
  yield `${HEAD}<sst ${MAIN} uniqueCount="${strings.size}">`;
  for (const text of strings.keys()) yield stringXml(text);
  yield "</sst>";
}

/** A, B … Z, AA … for columns counted from 0. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? "" : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}

function stringXml(text: string): string {
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `<si><t${space}>${escapeText(text)}</t></si>`;
}

/**
 * What XML can not hold is written as Excel does: a character as `_x000B_`, and a `_` that would start such a mark as
 * `_x005F_`. An ID such as `sensor_x0041_7` would else be read as `sensorA7`.
 */
function escapeText(text: string): string {
  if (!/[^\w .-]|_x/.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/(?![\t\n])\p{Control}|[\ufffe\uffff]|\p{Surrogate}/gu, mark)
    .replace(/[&<>"]/g, (character) => ENTITIES.get(character) ?? character);
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

const mark = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
