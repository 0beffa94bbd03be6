import { decodeText, likelyEncodings, WrongEncoding } from "./decode";
import { findLayout, SAMPLE_CHARS } from "./layout";
import { listTally, type Reading } from "./list-tally";
import { isBlank, recordReader } from "./records";
import type { ListSource } from "./source";
import { type Choice, type Encoding, MAX_FILE_BYTES, type Refusal, RefusedList } from "./verdict";

/** `onBytes` hears the bytes read so far; an aborted `signal` ends the reading with its reason. */
export type Watching = { onBytes: (bytes: number) => void; signal: AbortSignal };

/**
 * Reads a list of device IDs, first occurrence and order kept. Expected trouble is a refusal; only an abort throws.
 */
export async function readDeviceList(
  source: ListSource,
  choice: Choice,
  watching: Watching,
): Promise<Reading | Refusal> {
  try {
    if (source.size > MAX_FILE_BYTES) throw new RefusedList("too-big", { limit: MAX_FILE_BYTES / 1024 / 1024 });
    for (const encoding of await likelyEncodings(source)) {
      try {
        return await readAs(encoding, source, choice, watching);
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

async function readAs(encoding: Encoding, source: ListSource, choice: Choice, watching: Watching): Promise<Reading> {
  let sample = "";
  let reader: ReturnType<typeof startTable> | null = null;
  for await (const text of decodeText(source, encoding, watching.onBytes)) {
    watching.signal.throwIfAborted();
    if (reader !== null) reader.push(text);
    else if (sample.length + text.length <= SAMPLE_CHARS) sample += text;
    else {
      const joined = sample + text;
      reader = startTable(joined.slice(0, SAMPLE_CHARS), false, choice);
      reader.push(joined);
    }
  }
  if (reader === null) {
    reader = startTable(sample, true, choice);
    reader.push(sample);
  }
  return reader.end(encoding);
}

function startTable(sample: string, isWhole: boolean, choice: Choice) {
  const layout = findLayout(sample, isWhole, choice);
  const tally = listTally(choice.fixes ?? new Set());
  let headerAhead = layout.header;
  const records = recordReader(layout.delimiter, (cells, line) => {
    if (isBlank(cells)) tally.blank();
    else if (headerAhead) headerAhead = false;
    else if (layout.column !== "every") tally.cell(cells[layout.column] ?? "", line);
    else for (const cell of cells) if (!isBlank([cell])) tally.cell(cell, line);
  });
  return {
    push: records.push,
    end: (encoding: Encoding): Reading => {
      records.end();
      const { header, columns, column } = layout;
      return tally.end({ header, columns, column, encoding });
    },
  };
}
