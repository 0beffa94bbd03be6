import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, writeJson } from "@/lib/json";
import { jsonIn } from "./json-node";
import { MAX_DEPTH, readJson } from "./read-json";

const read = (text: string): Json => {
  const done = readJson(text);
  if (!done.ok) throw new Error(`${done.fault} at ${done.at}`);
  return jsonIn(done.node);
};
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test("reads what JSON.parse reads, and writes it back as the same value", () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      expect(JSON.parse(writeJson(read(text)))).toEqual(JSON.parse(text));
    }),
  );
});

test("takes and refuses the same texts as JSON.parse, keys that stand twice aside", () => {
  const pieces = [
    '"a"',
    '"b"',
    ":",
    ",",
    "{",
    "}",
    "[",
    "]",
    "1",
    "-",
    "0",
    ".5",
    "e3",
    "true",
    "null",
    " ",
    "\n",
    "'",
    "\\",
    "\t",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const done = readJson(text);
      if (!done.ok && done.fault === "json-key-twice") return;
      expect(done.ok).toBe(parses(text));
    }),
    { numRuns: 2_000 },
  );
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each(["9007199254740993", "1.50", "1e400", "-0", '{"a":[9223372036854775807]}'])(
  "%s keeps every digit",
  (text) => {
    expect(writeJson(read(text))).toBe(text);
  },
);

test.each(['{"__proto__":{"a":1}}', '{"$number":"5"}', '{"constructor":1,"$number":"5"}'])(
  "%s is an object like any other",
  (text) => {
    expect(JSON.parse(writeJson(read(text)))).toEqual(JSON.parse(text));
  },
);

describe("faults are named where they stand", () => {
  test.each([
    ["", "json-empty", 0],
    [" \n", "json-empty", 0],
    ['{"a": 1', "json-end", 7],
    ['{"a": ', "json-end", 6],
    ['"abc', "json-end", 4],
    ["{a: 1}", "json-key", 1],
    ["{'a': 1}", "json-key", 1],
    ["['a']", "json-quote", 1],
    ["[yes]", "json-quote", 1],
    ['{"a": 1, "a": 2}', "json-key-twice", 9],
    ['{"a" 1}', "json-unexpected", 5],
    ['{"a":: 1}', "json-unexpected", 5],
    ["[1, 2,]", "json-comma", 5],
    ["[1 2]", "json-comma", 3],
    ["[01]", "json-number", 1],
    ["[+1]", "json-number", 1],
    ["[.5]", "json-number", 1],
    ['["\\x"]', "json-string", 2],
    ['["a\nb"]', "json-string", 3],
    ["{} {}", "json-after", 3],
  ])("%j: %s at %d", (text, fault, at) => {
    expect(readJson(text)).toEqual({ ok: false, fault, at });
  });
});

test("depth has a limit", () => {
  expect(readJson(deep(MAX_DEPTH)).ok).toBe(true);
  expect(readJson(deep(MAX_DEPTH + 1))).toMatchObject({ fault: "json-deep", at: MAX_DEPTH });
});
