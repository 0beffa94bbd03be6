import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import { Secret } from "@/lib/secret";

const pack = promisify(deflateRaw);
const unpack = promisify<Buffer | Uint8Array, Buffer>(inflateRaw);

const FILE = "rows.key";
const KEY = /^[0-9a-f]{64}$/i;
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/** What was sealed can not be opened with this key: it is another console's, or the bytes are damaged. */
export class SealedError extends Error {
  constructor() {
    super("These rows were sealed with another key, or they are damaged");
    this.name = "SealedError";
  }
}

/** Keeps text so that only who has the key can read it, and only under the name that it was sealed for. */
export type Sealing = {
  seal(name: string, text: string): Promise<Uint8Array>;
  /** Throws `SealedError`. */
  open(name: string, sealed: Uint8Array): Promise<string>;
};

/**
 * AES-256-GCM over the deflated text, a fresh nonce each time: format, nonce, tag, then the ciphertext. The key is asked
 * for when it is first needed.
 */
export function createSealing(secret: () => Secret): Sealing {
  let known: Buffer | null = null;
  const key = (): Buffer => {
    known ??= Buffer.from(secret().reveal(), "hex");
    return known;
  };
  return {
    async seal(name, text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key(), iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(name));
      const body = cipher.update(await pack(Buffer.from(text, "utf8")));
      const rest = cipher.final();
      return Buffer.concat([Buffer.from([FORMAT]), iv, cipher.getAuthTag(), body, rest]);
    },
    async open(name, sealed) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (bytes.length < HEAD_BYTES || bytes[0] !== FORMAT) throw new SealedError();
      const iv = bytes.subarray(1, 1 + IV_BYTES);
      const decipher = createDecipheriv("aes-256-gcm", key(), iv, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(1 + IV_BYTES, HEAD_BYTES));
      return (await unpack(opened(decipher, bytes.subarray(HEAD_BYTES)))).toString("utf8");
    },
  };
}

function opened(decipher: ReturnType<typeof createDecipheriv>, body: Uint8Array): Buffer {
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new SealedError();
  }
}

/**
 * The key that rows are sealed with: the given one (DATA_KEY), else the one kept in the data directory (mode 0600), made
 * when it is first needed. Consoles and workers that share a database must share it. Throws when what is kept is no key,
 * because a new one would lose every row that waits.
 */
export function rowsKey(given: Secret | null, dataDir: string): Secret {
  if (given !== null) return given;
  const file = path.join(dataDir, FILE);
  if (!fs.existsSync(file)) make(file);
  const kept = fs.readFileSync(file, "utf8").trim();
  if (!KEY.test(kept)) throw new Error(`The key in ${file} is damaged: put it back from a copy`);
  fs.chmodSync(file, 0o600);
  return new Secret(kept);
}

/** Written aside in full and then linked: a kill leaves none or all of it, and of two that make one at once one wins. */
function make(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  fs.writeFileSync(aside, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, flush: true });
  try {
    fs.linkSync(aside, file);
  } catch (error) {
    if (!fs.existsSync(file)) throw error;
  } finally {
    fs.unlinkSync(aside);
  }
}
