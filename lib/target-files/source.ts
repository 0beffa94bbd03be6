/** Bytes that can be read as often as needed, from the start or a part (`to` excluded). `size` in bytes. */
export type ListSource = {
  size: number;
  chunks: () => AsyncIterable<Uint8Array>;
  slice: (from: number, to: number) => Promise<Uint8Array>;
};

const SLICE_BYTES = 256 * 1024;

/** A file or a pasted text, read in slices so that it is never in memory as a whole. */
export function blobSource(blob: Blob): ListSource {
  const slice = async (from: number, to: number) => new Uint8Array(await blob.slice(from, to).arrayBuffer());
  return { size: blob.size, chunks: () => slices(blob), slice };
}

async function* slices(blob: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < blob.size; start += SLICE_BYTES) {
    yield new Uint8Array(await blob.slice(start, start + SLICE_BYTES).arrayBuffer());
  }
}
