import { Inflate } from "fflate";
import type { ListSource } from "../source";
import { RefusedList } from "../verdict";
import { crc32 } from "./crc32";

/** One file of an archive, as the archive declares it; sizes in bytes. */
type Entry = { name: string; method: number; offset: number; packed: number; size: number; crc: number };

/** `pieces` unpacks one file as it is read; a file that is not there has none. */
export type ZipReader = { has: (name: string) => boolean; pieces: (name: string) => AsyncGenerator<Uint8Array> };

/** What all files that are read may unpack to, in bytes: a million rows of a few columns, and far below any memory. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024;
const SLICE_BYTES = 256 * 1024;
/** Deflate packs a thousand to one at best, so that no step unpacks more than 8 MB. */
const STEP_BYTES = 8 * 1024;

/** Opens an archive by its directory at the end. Nothing is unpacked yet, and no name in it is used as a path. */
export async function openZip(source: ListSource): Promise<ZipReader> {
  const entries = await readDirectory(source);
  let unpacked = 0;
  for (const { name, size } of entries.values()) {
    if (name.split(/[\\/]/).includes("..") || /^([\\/]|[A-Za-z]:)/.test(name)) throw new RefusedList("workbook-unsafe");
    if (size > MAX_UNPACKED_BYTES) throw tooLarge();
  }

  return {
    has: (name) => entries.has(name.toLowerCase()),
    pieces: async function* (name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return;
      let size = 0;
      let crc = 0;
      for await (const piece of unpack(source, entry)) {
        size += piece.length;
        unpacked += piece.length;
        if (unpacked > MAX_UNPACKED_BYTES) throw tooLarge();
        // More than was declared: the file was made to mislead.
        if (size > entry.size) throw new RefusedList("workbook-unsafe");
        crc = crc32(crc, piece);
        yield piece;
      }
      if (size !== entry.size || crc !== entry.crc) throw new RefusedList("workbook-damaged");
    },
  };
}

const tooLarge = () => new RefusedList("workbook-huge", { limit: MAX_UNPACKED_BYTES / 1024 / 1024 });

async function readDirectory(source: ListSource): Promise<ReadonlyMap<string, Entry>> {
  const tailStart = Math.max(0, source.size - END_BYTES - MAX_COMMENT_BYTES);
  const tail = viewOf(await source.slice(tailStart, source.size));
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new RefusedList("workbook-damaged");
  const length = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (length > MAX_DIRECTORY_BYTES || start + length > tailStart + end) throw new RefusedList("workbook-damaged");

  const directory = viewOf(await source.slice(start, start + length));
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let left = tail.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > directory.byteLength || directory.getUint32(at, true) !== 0x02014b50) {
      throw new RefusedList("workbook-damaged");
    }
    // Bit 0: encrypted.
    if (directory.getUint16(at + 8, true) & 1) throw new RefusedList("workbook-encrypted");
    const nameLength = directory.getUint16(at + 28, true);
    const extraLength = directory.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + directory.getUint16(at + 32, true);
    if (next > directory.byteLength) throw new RefusedList("workbook-damaged");
    const entry = readEntry(directory, at, nameLength, extraLength);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) throw new RefusedList("workbook-unsafe");
    entries.set(key, entry);
    at = next;
  }
  return entries;
}

function readEntry(directory: DataView, at: number, nameLength: number, extraLength: number): Entry {
  const nameBytes = new Uint8Array(directory.buffer, directory.byteOffset + at + 46, nameLength);
  const entry = {
    name: new TextDecoder().decode(nameBytes),
    method: directory.getUint16(at + 10, true),
    crc: directory.getUint32(at + 16, true),
    packed: directory.getUint32(at + 20, true),
    size: directory.getUint32(at + 24, true),
    offset: directory.getUint32(at + 42, true),
  };
  // Streaming writers keep the sizes in 64 bits, in the order size, packed, offset, and only those that say so.
  const long = wideFields(directory, at + 46 + nameLength, extraLength);
  for (const field of ["size", "packed", "offset"] as const) {
    if (entry[field] === 0xffffffff) entry[field] = Number(long.shift() ?? 0xffffffff);
  }
  return entry;
}

function wideFields(directory: DataView, start: number, length: number): bigint[] {
  for (let at = start; at + 4 <= start + length; ) {
    const size = directory.getUint16(at + 2, true);
    if (directory.getUint16(at, true) === 1 && at + 4 + size <= start + length) {
      return Array.from({ length: Math.floor(size / 8) }, (_, index) =>
        directory.getBigUint64(at + 4 + index * 8, true),
      );
    }
    at += 4 + size;
  }
  return [];
}

async function* unpack(source: ListSource, { method, offset, packed }: Entry): AsyncGenerator<Uint8Array> {
  const head = viewOf(await source.slice(offset, offset + 30));
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) throw new RefusedList("workbook-damaged");
  const start = offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const end = start + packed;
  if (end > source.size || (method !== 0 && method !== 8)) throw new RefusedList("workbook-damaged");

  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = start; at < end; at += SLICE_BYTES) {
    const slice = await source.slice(at, Math.min(end, at + SLICE_BYTES));
    if (method === 0) yield slice;
    else {
      for (let step = 0; step < slice.length; step += STEP_BYTES) {
        const isLast = at + step + STEP_BYTES >= end;
        try {
          inflate.push(slice.subarray(step, step + STEP_BYTES), isLast);
        } catch {
          throw new RefusedList("workbook-damaged");
        }
        yield* pieces.splice(0);
      }
    }
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
