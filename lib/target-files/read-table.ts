import { type FileKind, fileKind, WrongEncoding } from "./decode";
import { readText } from "./read-text";
import { readWorkbook } from "./read-workbook";
import type { ListSource } from "./source";
import type { StartTable, Watching } from "./table";
import { MAX_FILE_BYTES, type Refusal, RefusedList } from "./verdict";

/** Reads a table from text or a workbook, whichever the bytes are. Expected trouble is a refusal; only an abort throws. */
export async function readTable<T>(
  source: ListSource,
  sheet: number | undefined,
  watching: Watching,
  start: StartTable<T>,
): Promise<T | Refusal> {
  try {
    if (source.size > MAX_FILE_BYTES) throw new RefusedList("too-big", { limit: MAX_FILE_BYTES / 1024 / 1024 });
    const kind: FileKind = await fileKind(source);
    if (kind.is === "workbook") return await readWorkbook(source, sheet, watching, start);
    for (const encoding of kind.encodings) {
      try {
        return await readText(encoding, source, watching, start);
      } catch (error) {
        if (!(error instanceof WrongEncoding)) throw error;
      }
    }
    throw new RefusedList("encoding");
  } catch (error) {
    if (error instanceof RefusedList) return error.refusal;
    // A file that was moved, changed or locked after it was chosen.
    if (error instanceof DOMException && error.name !== "AbortError") return new RefusedList("unreadable").refusal;
    throw error;
  }
}
