import type { ListSource } from "./source";
import { type Encoding, RefusedList } from "./verdict";

/** The bytes are not text in the encoding that was tried; the next one may fit. */
export class WrongEncoding extends Error {}

const HEAD_BYTES = 8;
/** ZIP (so .xlsx) and OLE (so .xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/** The encodings worth trying, by the byte order mark; workbooks are refused by their first bytes. */
export async function likelyEncodings(source: ListSource): Promise<readonly Encoding[]> {
  const head = await firstBytes(source);
  const starts = (bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  if (WORKBOOKS.some(starts)) throw new RefusedList("workbook");
  if (starts([0xff, 0xfe])) return ["utf-16le"];
  if (starts([0xfe, 0xff])) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

async function firstBytes(source: ListSource): Promise<number[]> {
  const head: number[] = [];
  for await (const chunk of source.chunks()) {
    head.push(...chunk.subarray(0, HEAD_BYTES));
    if (head.length >= HEAD_BYTES) break;
  }
  return head;
}

/**
 * The text in pieces, without a byte order mark and with every line end as one `\n`. Throws `WrongEncoding`, and
 * `RefusedList` for NUL characters. `onBytes` hears how many bytes have been read.
 */
export async function* decodeText(
  source: ListSource,
  encoding: Encoding,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let bytes = 0;
  let heldReturn = "";
  for await (const chunk of source.chunks()) {
    bytes += chunk.byteLength;
    let text = heldReturn + decode(decoder, chunk);
    // A return at the very end may be the first half of a Windows line end.
    heldReturn = text.endsWith("\r") ? "\r" : "";
    if (heldReturn !== "") text = text.slice(0, -1);
    yield oneLineEnd(text);
    onBytes(bytes);
  }
  yield oneLineEnd(heldReturn + decode(decoder));
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new WrongEncoding();
  }
}

function oneLineEnd(text: string): string {
  if (text.includes("\0")) throw new RefusedList("not-text");
  return text.includes("\r") ? text.replaceAll("\r\n", "\n").replaceAll("\r", "\n") : text;
}
