import fc from "fast-check";
import { expect, test } from "vitest";
import { exactNumber, exactText, type Json, plainObject, writeJson } from "./json";

test.each(["9007199254740993", "-9223372036854775808", "1.50", "1e400", "0.10", "-0", "1E5"])(
  "%s is written as it is",
  (text) => {
    expect(writeJson(exactNumber(text))).toBe(text);
    expect(writeJson(JSON.parse(JSON.stringify(exactNumber(text))))).toBe(text);
    expect(exactText(exactNumber(text))).toBe(text);
  },
);

test.each(["0", "-1.5", "9007199254740991", "0.1"])("%s stays a number", (text) => {
  expect(exactNumber(text)).toBe(Number(text));
});

test("without exact numbers the text is what JSON.stringify gives", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json;
      expect(writeJson(json)).toBe(JSON.stringify(json));
    }),
  );
});

test("what is absent is left out", () => {
  expect(writeJson({ a: undefined, b: [1, { c: undefined }] })).toBe('{"b":[1,{}]}');
});

test.each(["$number", "$$number", "$$$number"])("an object that only looks like a number keeps its key %s", (key) => {
  for (const value of ["5", "no number", 5, null] as const) {
    const read = plainObject([[key, value]]);
    expect(exactText(read)).toBeNull();
    expect(JSON.parse(writeJson(read))).toEqual({ [key]: value });
  }
});

test("nothing but a number is ever written raw", () => {
  expect(writeJson({ $number: '1,"evil":2' })).not.toContain('"evil":2}');
  expect(JSON.parse(writeJson({ $number: '1,"evil":2' }))).toEqual({ $number: '1,"evil":2' });
});
