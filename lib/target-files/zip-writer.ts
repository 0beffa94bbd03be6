import { Zip, ZipPassThrough } from "fflate";

/** Text gathered before it is packed, in characters: large enough to be fast, small enough to cost nothing. */
const BATCH_CHARS = 64 * 1024;
/** The oldest day that a ZIP can name: the same content makes the same bytes at any time. */
const NO_TIME = new Date(1980, 0, 1);

/** Packs with the compression that browsers and Node have built in: off the thread, and far faster than scripts. */
class DeflatedFile extends ZipPassThrough {
  readonly #writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>;
  readonly #packed: Promise<void>;

  constructor(name: string) {
    super(name);
    this.compression = 8;
    this.mtime = NO_TIME;
    const { readable, writable } = new CompressionStream("deflate-raw");
    this.#writer = writable.getWriter();
    this.#packed = this.#handOn(readable);
  }

  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.push(bytes);
    await this.#writer.ready;
    await this.#writer.write(bytes);
  }

  async end(): Promise<void> {
    this.push(new Uint8Array(), true);
    await this.#writer.close();
    await this.#packed;
    this.ondata(null, new Uint8Array(), true);
  }

  // The base class counts and sums what is pushed; the packed bytes come later, from the stream.
  protected override process(): void {}

  async #handOn(readable: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    const reader = readable.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      this.ondata(null, value ?? new Uint8Array(), false);
    }
  }
}

/** Text files as one ZIP archive. What is written is packed at once, so only the packed bytes stay in memory. */
export function zipWriter(): {
  file: (name: string, pieces: Iterable<string>) => Promise<void>;
  end: () => Uint8Array<ArrayBuffer>;
} {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  const encoder = new TextEncoder();

  return {
    file: async (name, pieces) => {
      const file = new DeflatedFile(name);
      zip.add(file);
      let batch = "";
      for (const piece of pieces) {
        batch += piece;
        if (batch.length < BATCH_CHARS) continue;
        await file.write(encoder.encode(batch));
        batch = "";
      }
      await file.write(encoder.encode(batch));
      await file.end();
    },
    end: () => {
      zip.end();
      const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      return whole;
    },
  };
}
