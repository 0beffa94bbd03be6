import { exactNumber, type Json, plainObject } from "@/lib/json";

/** A stretch of a text: offsets of its first character and of the one after its last. */
export type Span = { from: number; to: number };

/** One value of a JSON text, with where it stands. Numbers keep the words they were written in. */
export type JsonNode = Span &
  (
    | { kind: "object"; entries: readonly JsonEntry[] }
    | { kind: "array"; items: readonly JsonNode[] }
    | { kind: "string"; value: string }
    | { kind: "number"; text: string }
    | { kind: "literal"; value: boolean | null }
  );

export type JsonEntry = { key: string; at: Span; value: JsonNode };

/** The value itself; numbers that a JavaScript number would change stay exact. */
export function jsonIn(node: JsonNode): Json {
  switch (node.kind) {
    case "object":
      return plainObject(node.entries.map(({ key, value }) => [key, jsonIn(value)]));
    case "array":
      return node.items.map(jsonIn);
    case "number":
      return exactNumber(node.text);
    default:
      return node.value;
  }
}
