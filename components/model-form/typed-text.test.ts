import { expect, test } from "vitest";
import { fromPicker, instantOf, storable, toPicker, typedLines, typedNumber } from "./typed-text";

test.each([
  ["１２．５", "12.5"],
  ["−3", "-3"],
  [" 1 000 ", "1000"],
  ["12x", "12x"],
])("%j is the number %j", (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});

test("what no database keeps is left out, pairs stay", () => {
  expect(storable("a\0b\ud83dc😀")).toBe("abc😀");
});

test("one line is one entry", () => {
  expect(typedLines("a\r\nb\n\nc d\n")).toEqual(["a", "b", "c d"]);
});

test("a time goes to the picker and back", () => {
  expect(toPicker("20260110T020304Z")).toBe("2026-01-10T02:03:04");
  expect(fromPicker("2026-01-10T02:03:04")).toBe("20260110T020304Z");
  expect(fromPicker("2026-01-10T02:03")).toBe("20260110T020300Z");
  expect(fromPicker("2026-01-10T02:03:04.000")).toBe("20260110T020304Z");
  expect(fromPicker("+12026-01-10T02:03")).toBe("");
  expect(toPicker("tomorrow")).toBe("");
  expect(instantOf("20260110T020304Z")).toBe("2026-01-10T02:03:04.000Z");
  expect(instantOf("20261310T020304Z")).toBeNull();
});
