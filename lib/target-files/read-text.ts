import { decodeText } from "./decode";
import { findDelimiter, SAMPLE_RECORDS } from "./delimiter";
import { recordReader, recordsOf } from "./records";
import type { ListSource } from "./source";
import type { StartTable, Watching } from "./table";
import { type Encoding, RefusedList } from "./verdict";

/** Characters that are looked at to find the layout; the same ones wherever the pieces of a file end. */
const SAMPLE_CHARS = 64 * 1024;

/** A first line by which a file tells Excel what separates its cells. */
const SEPARATOR_LINE = /^"?sep=([^\n"])"?(\n|$)/i;

/** Reads a table from text. Throws `WrongEncoding` where the bytes are none in this one. */
export async function readText<T>(
  encoding: Encoding,
  source: ListSource,
  watching: Watching,
  start: StartTable<T>,
): Promise<T> {
  let sample = "";
  let reader: ReturnType<typeof startText<T>> | null = null;
  for await (const text of decodeText(source, encoding, watching.onBytes)) {
    watching.signal.throwIfAborted();
    if (reader !== null) reader.push(text);
    else if (sample.length + text.length <= SAMPLE_CHARS) sample += text;
    else {
      const joined = sample + text;
      reader = startText(joined.slice(0, SAMPLE_CHARS), false, start);
      reader.push(joined);
    }
  }
  if (reader === null) {
    reader = startText(sample, true, start);
    reader.push(sample);
  }
  return reader.end(encoding);
}

function startText<T>(sample: string, isWhole: boolean, start: StartTable<T>) {
  if (/^\s*<(\?xml|!doctype|html|table|meta)\b/i.test(sample)) throw new RefusedList("markup");
  if (/^\s*[[{]\s*["[{]/.test(sample)) throw new RefusedList("json");
  const named = SEPARATOR_LINE.exec(sample)?.[1];
  const text = (isWhole ? sample : wholeLines(sample)).replace(SEPARATOR_LINE, "");
  const delimiter = named ?? findDelimiter(text);
  const table = start({ records: recordsOf(text, delimiter).slice(0, SAMPLE_RECORDS), isWhole });
  let isSeparatorAhead = named !== undefined;
  const records = recordReader(delimiter, (cells, line, hash) => {
    if (isSeparatorAhead) isSeparatorAhead = false;
    else table.record(cells, line, null, hash);
  });
  return {
    push: records.push,
    end: (encoding: Encoding): T => {
      records.end();
      return table.end({ encoding, workbook: null });
    },
  };
}

/** The last line may be cut in the middle, and with it a quoted cell. */
function wholeLines(sample: string): string {
  const end = sample.lastIndexOf("\n");
  return end === -1 ? sample : sample.slice(0, end);
}
