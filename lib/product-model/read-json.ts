import { NUMBER_TEXT } from "@/lib/json";
import type { JsonEntry, JsonNode } from "./json-node";

/** What can be wrong with a text that should be JSON; each is a key of the `model.issue` messages. */
export type JsonFault =
  | "json-empty"
  | "json-end"
  | "json-unexpected"
  | "json-quote"
  | "json-key"
  | "json-key-twice"
  | "json-string"
  | "json-number"
  | "json-comma"
  | "json-after"
  | "json-deep";

export type JsonRead = { ok: true; node: JsonNode } | { ok: false; fault: JsonFault; at: number };

/** Deeper than any device's value, and far from what a call stack holds. */
export const MAX_DEPTH = 64;

class Fault extends Error {
  constructor(
    readonly fault: JsonFault,
    readonly at: number,
  ) {
    super(fault);
  }
}

const SPACE = " \t\n\r";
const WORDS: { readonly [word: string]: boolean | null } = { true: true, false: false, null: null };

/**
 * Reads JSON as the standard has it, without losing a digit, and says where the first fault is. A key that stands twice
 * is a fault: one of the two values would be lost.
 */
export function readJson(text: string): JsonRead {
  try {
    const reader = new Reader(text);
    return { ok: true, node: reader.whole() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault, at: error.at };
    throw error;
  }
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  whole(): JsonNode {
    this.space();
    if (this.at === this.text.length) throw new Fault("json-empty", 0);
    const node = this.value();
    this.space();
    if (this.at < this.text.length) throw new Fault("json-after", this.at);
    return node;
  }

  private value(): JsonNode {
    const from = this.at;
    const next = this.text[from];
    if (next === undefined) throw new Fault("json-end", from);
    if (next === "{") return this.nested(() => ({ kind: "object", from, entries: this.entries(), to: this.at }));
    if (next === "[") return this.nested(() => ({ kind: "array", from, items: this.items(), to: this.at }));
    if (next === '"') return { kind: "string", from, value: this.string(), to: this.at };
    if (next === "'") throw new Fault("json-quote", from);
    return this.word(from);
  }

  private nested(read: () => JsonNode): JsonNode {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new Fault("json-deep", this.at);
    const node = read();
    this.depth -= 1;
    return node;
  }

  /** A number, true, false or null. */
  private word(from: number): JsonNode {
    while (this.at < this.text.length && /[\w.+-]/.test(this.text[this.at] ?? "")) this.at += 1;
    const word = this.text.slice(from, this.at);
    const value = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
    if (value !== undefined) return { kind: "literal", from, value, to: this.at };
    if (NUMBER_TEXT.test(word)) return { kind: "number", from, text: word, to: this.at };
    if (/^[+-.\d]/.test(word)) throw new Fault("json-number", from);
    throw new Fault(word === "" ? "json-unexpected" : "json-quote", from);
  }

  private entries(): readonly JsonEntry[] {
    const keys = new Set<string>();
    return this.list("}", () => {
      const from = this.at;
      if (this.text[from] !== '"') throw new Fault(this.text[from] === undefined ? "json-end" : "json-key", from);
      const key = this.string();
      const at = { from, to: this.at };
      if (keys.has(key)) throw new Fault("json-key-twice", from);
      keys.add(key);
      this.space();
      this.expect(":");
      this.space();
      return { key, at, value: this.value() };
    });
  }

  private items(): readonly JsonNode[] {
    return this.list("]", () => this.value());
  }

  private list<T>(close: string, read: () => T): readonly T[] {
    const found: T[] = [];
    this.at += 1;
    this.space();
    while (this.text[this.at] !== close) {
      if (found.length > 0) {
        const comma = this.at;
        this.expect(",");
        this.space();
        if (this.text[this.at] === close) throw new Fault("json-comma", comma);
      }
      found.push(read());
      this.space();
    }
    this.at += 1;
    return found;
  }

  private string(): string {
    const from = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; this.at += 1) {
      if (this.at >= this.text.length) throw new Fault("json-end", this.at);
      if (this.text.charCodeAt(this.at) < 0x20) throw new Fault("json-string", this.at);
      if (this.text[this.at] === "\\") this.escape();
    }
    this.at += 1;
    return JSON.parse(this.text.slice(from, this.at));
  }

  private escape(): void {
    const rest = this.text.slice(this.at + 1, this.at + 6);
    const length = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(rest)?.[0].length;
    if (length === undefined) throw new Fault("json-string", this.at);
    this.at += length;
  }

  private expect(wanted: ":" | ","): void {
    if (this.at >= this.text.length) throw new Fault("json-end", this.at);
    if (this.text[this.at] !== wanted) throw new Fault(wanted === "," ? "json-comma" : "json-unexpected", this.at);
    this.at += 1;
  }

  private space(): void {
    while (this.at < this.text.length && SPACE.includes(this.text[this.at] ?? "x")) this.at += 1;
  }
}
