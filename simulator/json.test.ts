import { expect, test } from "vitest";
import { parseJson, writeJson } from "./json";

test.each([
  '{"long":9007199254740993,"low":-9007199254740993,"list":[12345678901234567890]}',
  '{"text":"9007199254740993","quoted":"say \\"9007199254740993\\"","path":"C:\\\\9007199254740993"}',
  '{"decimal":0.1234567890123456,"big":1e21,"9007199254740993":1}',
])("%s is written as it was read", (text) => {
  expect(writeJson(parseJson(text) ?? null).replace("1e+21", "1e21")).toBe(text);
});

test("what is not JSON is nothing", () => {
  expect(parseJson("{9007199254740993")).toBeUndefined();
});
