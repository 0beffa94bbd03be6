import type { ListSource } from "../source";
import { RefusedList, type SheetInfo } from "../verdict";
import { unescaped } from "./cell";
import { formatReader } from "./formats";
import { type Shared, type SheetRow, sheetReader } from "./sheet";
import { stringReader } from "./strings";
import { xmlReader } from "./xml";
import { openZip, type ZipReader } from "./zip-reader";

/** `onRow` may answer false: it has seen enough. The answer tells how many merged areas there are. */
export type Book = {
  sheets: readonly SheetInfo[];
  read: (sheet: number, onRow: (row: SheetRow) => boolean, signal: AbortSignal) => Promise<{ merged: number }>;
};

type Relation = { id: string; kind: string; target: string };

/** Opens an XLSX workbook. Its texts and formats are read once; its sheets as often as asked. */
export async function openBook(source: ListSource): Promise<Book> {
  const zip = await openZip(source);
  const main = (await relationsOf(zip, "")).find(({ kind }) => kind === "officeDocument")?.target;
  if (main === undefined || !zip.has(main)) throw new RefusedList("packed");
  if (/\.bin$/i.test(main)) throw new RefusedList("workbook-old");
  const relations = await relationsOf(zip, main);
  const sheets = await sheetsOf(zip, main, relations);
  if (sheets.length === 0) throw new RefusedList(/^xl\//i.test(main) ? "workbook-damaged" : "packed");
  let shared: Promise<Shared> | null = null;

  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    read: async (index, onRow, signal) => {
      shared ??= readShared(zip, relations, signal);
      const path = sheets[index]?.path ?? "";
      if (!zip.has(path)) throw new RefusedList("workbook-damaged");
      let isEnough = false;
      const reader = sheetReader(await shared, (row) => {
        if (!isEnough) isEnough = !onRow(row);
      });
      await readPart(zip, path, reader, signal, () => isEnough);
      return { merged: reader.merged() };
    },
  };
}

async function readShared(zip: ZipReader, relations: readonly Relation[], signal: AbortSignal): Promise<Shared> {
  const pathOf = (kind: string) => relations.find((relation) => relation.kind === kind)?.target ?? "";
  const strings = stringReader();
  await readPart(zip, pathOf("sharedStrings"), strings, signal);
  const formats = formatReader();
  await readPart(zip, pathOf("styles"), formats, signal);
  return { strings: strings.strings, formats: formats.formats() };
}

async function sheetsOf(zip: ZipReader, main: string, relations: readonly Relation[]) {
  const sheets: (SheetInfo & { path: string })[] = [];
  const reader = xmlReader({
    open: (name, attribute) => {
      if (name !== "sheet") return;
      const relation = relations.find(({ id }) => id === attribute("r:id"));
      // Charts and macros have sheets too.
      if (relation?.kind !== "worksheet") return;
      const hidden = attribute("state") !== "" && attribute("state") !== "visible";
      sheets.push({ name: unescaped(attribute("name")), hidden, path: relation.target });
    },
    close: () => {},
    text: () => {},
  });
  await readPart(zip, main, reader, new AbortController().signal);
  return sheets;
}

/** The relations of one part (`""`: of the whole file), their targets as paths from the root. */
async function relationsOf(zip: ZipReader, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relations: Relation[] = [];
  const reader = xmlReader({
    open: (name, attribute) => {
      if (name !== "Relationship") return;
      const target = attribute("Target");
      const kind = attribute("Type").split("/").at(-1) ?? "";
      relations.push({ id: attribute("Id"), kind, target: pathOf(folder, target) });
    },
    close: () => {},
    text: () => {},
  });
  await readPart(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, reader, new AbortController().signal);
  return relations;
}

function pathOf(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

type Reader = { push: (text: string) => void; end: () => void };

/** Hands a file's text on. One that is not there is empty. */
async function readPart(
  zip: ZipReader,
  path: string,
  reader: Reader,
  signal: AbortSignal,
  isEnough: () => boolean = () => false,
): Promise<void> {
  if (!zip.has(path)) return;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new RefusedList("workbook-damaged");
    }
  };
  for await (const piece of zip.pieces(path)) {
    signal.throwIfAborted();
    reader.push(decode(piece));
    if (isEnough()) return;
  }
  reader.push(decode());
  reader.end();
}
