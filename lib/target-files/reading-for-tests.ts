import { readDeviceList } from "./read-device-list";
import type { ListSource } from "./source";
import type { Choice, ListVerdict, Refusal, Rejection } from "./verdict";

type List = { kind: "list"; verdict: ListVerdict; ids: string[]; rejections: readonly Rejection[] };

/** Bytes that arrive in pieces which end at the given places (taken modulo the length). */
export function splitSource(bytes: Uint8Array, cuts: readonly number[]): ListSource {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return {
    size: bytes.length,
    slice: async (from, to) => bytes.subarray(from, to),
    chunks: async function* () {
      let start = 0;
      for (const end of ends) {
        yield bytes.subarray(start, end);
        start = end;
      }
    },
  };
}

const never = new AbortController().signal;

/** The verdict with the IDs as an array. */
export async function read(source: ListSource, choice: Choice = {}, signal = never): Promise<List | Refusal> {
  const reading = await readDeviceList(source, choice, { onBytes: () => {}, signal });
  if (reading.kind === "refusal") return reading;
  const text = new TextDecoder().decode(reading.ids());
  const ids = text === "" ? [] : text.split("\n");
  return { kind: "list", verdict: reading.verdict, ids, rejections: reading.rejections };
}

/** As `read`, for what must be a list. */
export async function readList(bytes: Uint8Array, choice: Choice = {}): Promise<List> {
  const reading = await read(splitSource(bytes, []), choice);
  if (reading.kind === "refusal") throw new Error(`refused: ${reading.reason}`);
  return reading;
}

export const readText = (text: string, choice: Choice = {}): Promise<List> =>
  readList(new TextEncoder().encode(text), choice);

/** As `read`, for what must be refused. */
export async function refusalOf(bytes: Uint8Array): Promise<Refusal> {
  const reading = await read(splitSource(bytes, []));
  if (reading.kind === "list") throw new Error(`read ${reading.verdict.entries} entries`);
  return reading;
}

/** Two-byte characters in GB18030, for which the platform has a decoder but no encoder. */
const HAN = new Map<string, readonly number[]>();
const gb18030 = new TextDecoder("gb18030");
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    HAN.set(gb18030.decode(new Uint8Array([lead, trail])), [lead, trail]);
  }
}

export function bytesOf(
  text: string,
  encoding: "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "gb18030",
): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "utf-8-bom") return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === "gb18030") return new Uint8Array([...text].flatMap((c) => HAN.get(c) ?? [c.charCodeAt(0)]));
  const big = encoding === "utf-16be";
  return new Uint8Array(
    [...`\ufeff${text}`].flatMap((character) => {
      const code = character.charCodeAt(0);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
}
