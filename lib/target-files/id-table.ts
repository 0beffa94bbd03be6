import type { Twins } from "./verdict";

const EXAMPLES = 3;
const MAX_LENGTH = 128;
/** For each character that a device ID takes, one number for both its cases; 0 for all others. */
const FOLDED = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9_-]/.test(String.fromCharCode(code)) ? code | 0x20 : 0,
);

/** A number for an ID, the same in upper and lower case; -1 for a text that is no device ID. IoTDA reference: device_id. */
export function hashOfId(text: string): number {
  const { length } = text;
  if (length === 0 || length > MAX_LENGTH) return -1;
  let hash = START;
  for (let at = 0; at < length; at += 1) {
    const folded = FOLDED[text.charCodeAt(at)] ?? 0;
    if (folded === 0) return -1;
    hash = Math.imul(hash ^ folded, FACTOR);
  }
  return mixed(hash);
}

/** The same for a text that is there as ASCII bytes: many times as fast as asking a string for each character. */
export function hashOfBytes(bytes: Uint8Array, from: number, to: number): number {
  if (from === to || to - from > MAX_LENGTH) return -1;
  let hash = START;
  for (let at = from; at < to; at += 1) {
    const folded = FOLDED[bytes[at] ?? 0] ?? 0;
    if (folded === 0) return -1;
    hash = Math.imul(hash ^ folded, FACTOR);
  }
  return mixed(hash);
}

const START = 0x811c9dc5;
const FACTOR = 0x01000193;
const mixed = (hash: number) => (hash ^ (hash >>> 15)) & 0x7fffffff;

/**
 * Device IDs, each once, in the order of their first occurrence. A table of our own, because reading a list is mostly
 * this: a `Set` would go through every ID again for its own hash, and another one to find those that differ in case.
 */
export function idTable() {
  const ids: string[] = [];
  let hashes = new Int32Array(32_768);
  // Places in `ids`, counted from 1; 0 is free. Always at most half full.
  let slots = new Int32Array(65_536);
  let twins = 0;
  const examples: (readonly [string, string])[] = [];

  const grow = () => {
    const more = new Int32Array(hashes.length * 2);
    more.set(hashes);
    hashes = more;
    slots = new Int32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < ids.length; index += 1) {
      let slot = (hashes[index] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = index + 1;
    }
  };

  return {
    ids: ids as readonly string[],
    /** Takes an ID with its hash; false when it is there already. */
    add: (id: string, hash: number): boolean => {
      if (ids.length === hashes.length) grow();
      const mask = slots.length - 1;
      let slot = hash & mask;
      let twin: string | null = null;
      for (let place = slots[slot] ?? 0; place !== 0; place = slots[slot] ?? 0) {
        if (hashes[place - 1] === hash) {
          const other = ids[place - 1] ?? "";
          if (other === id) return false;
          if (twin === null && other.toLowerCase() === id.toLowerCase()) twin = other;
        }
        slot = (slot + 1) & mask;
      }
      if (twin !== null) {
        twins += 1;
        if (examples.length < EXAMPLES) examples.push([twin, id]);
      }
      hashes[ids.length] = hash;
      ids.push(id);
      slots[slot] = ids.length;
      return true;
    },
    /** IDs that differ from an earlier one only in case: how many, and the first few with theirs. */
    twins: (): Twins => ({ count: twins, examples }),
  };
}
