import { type UnzipFileInfo, unzipSync } from "fflate";
import { attributeOf, readXml } from "./xml";

/** Cells of one sheet as text, row by row; absent cells are "". */
export type Sheet = string[][];

/** A file that is no workbook, or one that would not fit into memory. */
export class UnreadableWorkbook extends Error {
  override readonly name = "UnreadableWorkbook";
}

/** What all the parts of one workbook may weigh once unpacked. */
const MAX_UNPACKED = 96 * 1024 * 1024;
/** Columns beyond are not read. */
const MAX_COLUMNS = 256;
const SHARED = "xl/sharedStrings.xml";

/** The sheets of an XLSX file in their order. The old binary XLS format is not read. Throws UnreadableWorkbook. */
export function readWorkbook(bytes: Uint8Array): Sheet[] {
  const parts = unpack(bytes);
  const read = (path: string) => {
    const part = parts[path];
    return part === undefined ? "" : new TextDecoder().decode(part);
  };
  try {
    const shared = readStrings(read(SHARED));
    return sheetPaths(read("xl/workbook.xml"), read("xl/_rels/workbook.xml.rels")).map((path) => {
      if (parts[path] === undefined) throw new UnreadableWorkbook("A sheet of the workbook is missing.");
      return readSheet(read(path), shared);
    });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    throw new UnreadableWorkbook("The workbook is damaged.");
  }
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  const wanted = ({ name, originalSize }: UnzipFileInfo) => {
    if (!/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/.test(name)) {
      return false;
    }
    total += originalSize;
    if (total > MAX_UNPACKED) throw new UnreadableWorkbook("The workbook is too large once unpacked.");
    return true;
  };
  try {
    return unzipSync(bytes, { filter: wanted });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw error;
    throw new UnreadableWorkbook("The file is not an XLSX workbook.");
  }
}

function sheetPaths(workbook: string, relations: string): string[] {
  const targets = new Map<string, string>();
  for (const event of readXml(relations)) {
    if (event.kind !== "open" || event.name !== "Relationship") continue;
    const target = attributeOf(event, "Target") ?? "";
    targets.set(attributeOf(event, "Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const paths: string[] = [];
  for (const event of readXml(workbook)) {
    // The relation is `r:id`; without its prefix it is `id`, which `sheetId` is not.
    if (event.kind !== "open" || event.name !== "sheet") continue;
    paths.push(targets.get(attributeOf(event, "id") ?? "") ?? "");
  }
  if (paths.length === 0) throw new UnreadableWorkbook("The file is not an XLSX workbook.");
  return paths;
}

/** Shared strings: runs of rich text are joined, phonetic guides left out. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  for (const event of readXml(xml)) {
    if (event.kind === "text") {
      if (inText && !phonetic) text += event.text;
    } else if (event.name === "t") inText = event.kind === "open";
    else if (event.name === "rPh") phonetic = event.kind === "open";
    else if (event.name === "si") {
      if (event.kind === "open") text = "";
      else strings.push(unescaped(text));
    }
  }
  return strings;
}

function readSheet(xml: string, shared: string[]): Sheet {
  const rows: Sheet = [];
  let row: string[] = [];
  let column = 0;
  let type = "n";
  let text = "";
  let collecting = false;
  let phonetic = false;
  for (const event of readXml(xml)) {
    if (event.kind === "text") {
      if (collecting && !phonetic) text += event.text;
      continue;
    }
    const opens = event.kind === "open";
    if (event.name === "v" || event.name === "t") collecting = opens;
    else if (event.name === "rPh") phonetic = opens;
    else if (event.name === "c" && event.kind === "open") {
      column = columnOf(attributeOf(event, "r")) ?? row.length;
      type = attributeOf(event, "t") ?? "n";
      text = "";
    } else if (event.name === "c") {
      if (column < MAX_COLUMNS) put(row, column, cellText(type, text, shared));
    } else if (event.name === "row") {
      if (opens) row = [];
      else rows.push(row);
    }
  }
  return rows;
}

function put(row: string[], column: number, text: string): void {
  while (row.length < column) row.push("");
  row[column] = text;
}

/** Column of a reference such as B12, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellText(type: string, text: string, shared: string[]): string {
  if (type === "s") return shared[Number(text)] ?? "";
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  if (type === "n") return text === "" ? "" : String(Number(text));
  return type === "d" || type === "e" ? text : unescaped(text);
}

/** IoTDA reference: `_xHHHH_` inside text is an escape, as Excel reads it. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
