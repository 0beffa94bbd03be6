import { strToU8, type Zippable, zipSync } from "fflate";

/** The files of a workbook by their paths, as text; bytes where text is not enough. */
export type BookFiles = Record<string, string | Uint8Array>;

type SheetXml = { name: string; xml: string; state?: string };
type Options = { strings?: string; styles?: string; more?: BookFiles };

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook from the rows of its sheets, written as they would stand in `sheetData`. */
export function bookFiles(sheets: readonly SheetXml[], { strings, styles, more }: Options = {}): BookFiles {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${at + 1}"/>`,
  );
  const relations = sheets.map((_, at) => relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`));
  const files: BookFiles = {
    "_rels/.rels": `<Relationships>${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${RELATIONS}"><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}${relation("s", "sharedStrings", "sharedStrings.xml")}${relation("t", "styles", "/xl/styles.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst>${strings ?? ""}</sst>`,
    "xl/styles.xml": `<styleSheet>${styles ?? ""}</styleSheet>`,
  };
  for (const [at, { xml }] of sheets.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] = xml.includes("<worksheet")
      ? xml
      : `<worksheet><sheetData>${xml}</sheetData></worksheet>`;
  }
  return { ...files, ...more };
}

/** The files as an archive. */
export function zipped(files: BookFiles): Uint8Array {
  const parts: Zippable = {};
  for (const [path, content] of Object.entries(files)) {
    parts[path] = typeof content === "string" ? strToU8(content) : content;
  }
  return zipSync(parts, { mtime: new Date(2020, 0, 1) });
}

/** A workbook of one sheet. */
export const workbook = (rows: string, options?: Options): Uint8Array =>
  zipped(bookFiles([{ name: "Sheet1", xml: rows }], options));

/** A row of inline texts. */
export const textRow = (...texts: readonly string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`;

/** Overwrites bytes of an archive in place: after the marker of `after` bytes, at `offset`. */
export function patched(
  bytes: Uint8Array,
  signature: readonly number[],
  offset: number,
  values: readonly number[],
): Uint8Array {
  const copy = bytes.slice();
  for (let at = 0; at < copy.length; at += 1) {
    if (signature.every((byte, index) => copy[at + index] === byte)) copy.set(values, at + offset);
  }
  return copy;
}
