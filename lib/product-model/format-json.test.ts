import fc from "fast-check";
import { expect, test } from "vitest";
import { exactNumber, type Json } from "@/lib/json";
import { formatJson } from "./format-json";

test("as JSON.stringify lays it out", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as Json;
      expect(formatJson(json)).toBe(JSON.stringify(json, null, 2));
    }),
  );
});

test("exact numbers are written as they are, and brackets inside texts are text", () => {
  expect(formatJson({ a: exactNumber("1.50"), b: ['{"[,:', {}, []] })).toBe(
    '{\n  "a": 1.50,\n  "b": [\n    "{\\"[,:",\n    {},\n    []\n  ]\n}',
  );
});
