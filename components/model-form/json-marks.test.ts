import { expect, test } from "vitest";
import { jsonMarks } from "./json-marks";

const TEXT = '{\n  "level": 80,\n  "tags": ["a", 2]\n}';
const marked = (text: string, path: (string | number)[]) => {
  const [mark] = jsonMarks(text, [{ path, words: "wrong" }]);
  return mark === undefined ? null : [text.slice(mark.from, mark.to), mark.line, mark.column];
};

test.each([
  [["level"], '"level": 80', 2, 3],
  [["tags", 1], "2", 3, 17],
  [["missing"], "{", 1, 1],
  [[], TEXT, 1, 1],
])("%j is marked at %j", (path, part, line, column) => {
  expect(marked(TEXT, path)).toEqual([part, line, column]);
});

test("a long value is marked at its key", () => {
  expect(marked(`{"a": "${"x".repeat(60)}"}`, ["a"])).toEqual(['"a"', 1, 2]);
});

test("a text that is no JSON is marked at its first fault, also behind its end", () => {
  expect(marked('{\n  "a": 1,\n}', [])).toEqual([",", 2, 9]);
  expect(marked('{"a"', [])).toEqual(["", 1, 5]);
  expect(marked("", [])).toEqual(["", 1, 1]);
});
