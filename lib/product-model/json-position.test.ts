import { expect, test } from "vitest";
import { keySpanOf, lineAndColumn, spanOf } from "./json-position";
import { readJson } from "./read-json";

const TEXT = '{\n  "level": 80,\n  "zones": ["a", {"deep": null}]\n}';
const read = readJson(TEXT);
const at = (span: { from: number; to: number } | null) => (span === null ? null : TEXT.slice(span.from, span.to));

test.each([
  [0, 1, 1],
  [4, 2, 3],
  [TEXT.length, 4, 2],
])("offset %d is line %d, column %d", (offset, line, column) => {
  expect(lineAndColumn(TEXT, offset)).toEqual({ line, column });
});

test("a return, a line feed and both together end one line", () => {
  expect(lineAndColumn("a\r\nb\rc\nd", 8)).toEqual({ line: 4, column: 2 });
});

test("a path leads to its value, or to the nearest above", () => {
  if (!read.ok) throw new Error(read.fault);
  expect(at(spanOf(read.node, ["level"]))).toBe("80");
  expect(at(spanOf(read.node, ["zones", 1, "deep"]))).toBe("null");
  expect(at(spanOf(read.node, ["zones", 7]))).toBe('["a", {"deep": null}]');
  expect(at(spanOf(read.node, ["absent"]))).toBe(TEXT);
  expect(at(keySpanOf(read.node, ["zones", 1, "deep"]))).toBe('"deep"');
  expect(keySpanOf(read.node, ["absent"])).toBeNull();
});
