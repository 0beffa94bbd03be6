/** Bytes that can be read from the start as often as needed. `size` in bytes. */
export type ListSource = { size: number; chunks: () => AsyncIterable<Uint8Array> };

const SLICE_BYTES = 256 * 1024;

/** A file or a pasted text, read in slices so that it is never in memory as a whole. */
export function blobSource(blob: Blob): ListSource {
  return { size: blob.size, chunks: () => slices(blob) };
}

async function* slices(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    yield new Uint8Array(await blob.slice(start, start + SLICE_BYTES).arrayBuffer());
  }
}
