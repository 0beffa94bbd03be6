import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ModelPara } from "@/lib/fleet/product-model";
import { exactNumber, type Json, writeJson } from "@/lib/json";
import { checkField, checkObject, isWireTime } from "./check";
import { fieldOf } from "./field";
import { paras, valuesFor } from "./models-for-tests";

const para = (change: Partial<ModelPara>): ModelPara => ({
  name: "p",
  type: "int",
  required: false,
  enumList: [],
  min: null,
  max: null,
  maxLength: null,
  step: null,
  unit: "",
  description: "",
  ...change,
});
const problem = (change: Partial<ModelPara>, value: Json | undefined): string | undefined =>
  checkField(fieldOf(para(change)), value)[0]?.message;

describe("limits, at the limit and one past it", () => {
  test.each<[string, Partial<ModelPara>, Json, Json, string]>([
    ["least", { min: "5" }, 5, 4, "outside"],
    ["most", { max: "1440" }, 1440, 1441, "outside"],
    ["least of a decimal", { type: "decimal", min: "0.5" }, 0.5, exactNumber("0.49999999999999999999"), "below"],
    ["most of a decimal", { type: "decimal", max: "0.3" }, 0.3, exactNumber("0.30000000000000000001"), "above"],
    [
      "beyond 2^53",
      { type: "long", max: "9007199254740993" },
      exactNumber("9007199254740993"),
      exactNumber("9007199254740994"),
      "outside",
    ],
    ["32 bits", {}, 2147483647, 2147483648, "outside"],
    ["64 bits", { type: "long" }, exactNumber("-9223372036854775808"), exactNumber("-9223372036854775809"), "outside"],
    ["steps", { min: "1", max: "99", step: 5 }, 6, 5, "step"],
    ["steps without a least value", { step: 5 }, -10, -9, "step"],
    ["decimal steps", { type: "decimal", min: "0", max: "1", step: 0.1 }, 0.3, 0.35, "step"],
    ["characters", { type: "string", maxLength: 3 }, "abc", "abcd", "long"],
    ["characters of an entry", { type: "string list", maxLength: 3 }, ["abc"], ["a", "abcd"], "long"],
    ["characters of an object", { type: "jsonObject", maxLength: 7 }, { a: 1 }, { a: 10 }, "long"],
    ["choices", { type: "enum", enumList: ["open", "closed"] }, "open", "half", "choice"],
    ["numbers as choices", { enumList: ["1", "2"] }, 2, 3, "choice"],
    ["texts as choices", { type: "string", enumList: ["1"] }, "1", "2", "choice"],
  ])("%s", (_, change, good, bad, message) => {
    expect(problem(change, good)).toBeUndefined();
    expect(problem(change, bad)).toBe(message);
  });
});

describe("kinds", () => {
  test.each<[string, Json, Json, string]>([
    ["int", 1, 1.5, "whole"],
    ["int", 1, exactNumber("1.0"), "whole"],
    ["int", 1, "1", "whole"],
    ["long", 1, exactNumber("1E3"), "whole"],
    ["decimal", 1, "1", "number"],
    ["decimal", exactNumber("1e400"), exactNumber("1e401"), "huge"],
    ["string", "1", 1, "text"],
    ["enum", "1", 1, "text"],
    ["boolean", true, "true", "boolean"],
    ["DateTime", "20260110T020000Z", "2026-01-10T02:00:00Z", "time"],
    ["string list", [], ["a", 1], "list"],
    ["string list", ["a"], "a", "list"],
    ["jsonObject", {}, [], "object"],
    ["jsonObject", {}, exactNumber("1.0"), "object"],
    ["string", "水", "\ud83d", "unstorable"],
    ["jsonObject", { a: 1 }, { a: [{ "b\0": 1 }] }, "unstorable"],
  ])("%s takes %j and not %j", (type, good, bad, message) => {
    expect(problem({ type }, good)).toBeUndefined();
    expect(problem({ type }, bad)).toBe(message);
  });

  test("a data type that we do not know takes any JSON", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Json>(1, "a", null, [1], { a: 1 }),
        (value) => problem({ type: "float" }, value) === undefined,
      ),
    );
  });
});

test("what is required has to be given, and what is optional has not", () => {
  expect(problem({ required: true }, undefined)).toBe("required");
  expect(problem({ required: false }, undefined)).toBeUndefined();
  expect(problem({ type: "string", required: true }, "")).toBeUndefined();
});

test("an issue says where it stands, and a key that no field names is named", () => {
  const fields = [fieldOf(para({ name: "tags", type: "string list" }))];
  expect(checkObject(fields, { tags: ["a", 2], tag: 1 })).toEqual([
    { path: ["tag"], message: "unknown", values: { key: "tag" } },
    { path: ["tags", 1], message: "list" },
  ]);
});

test("limits that are no numbers limit nothing, and those of another type do not apply", () => {
  expect(problem({ min: "none", max: "" }, 7)).toBeUndefined();
  expect(problem({ type: "string", min: "5", step: 5 }, "3")).toBeUndefined();
  expect(problem({ min: "3000000000" }, 3_000_000_000)).toBeUndefined();
  expect(problem({ type: "string", maxLength: 0 }, "any")).toBeUndefined();
});

test.each([
  ["20240229T235959Z", true],
  ["20230229T000000Z", false],
  ["20261301T000000Z", false],
  ["20260110T240000Z", false],
  ["20260110T005960Z", false],
  ["00010101T000000Z", true],
  ["20260110T020000", false],
])("%s is a time: %s", (text, is) => {
  expect(isWireTime(text)).toBe(is);
});

/** The model read a second time, plainly, as somebody else would: what no accepted value may violate. */
function violates({ type, enumList, min, max, maxLength }: ModelPara, text: string): boolean {
  const number = /^-?\d+$/.test(text) ? BigInt(text) : null;
  const bound = (limit: string | null) => (limit !== null && /^-?\d+$/.test(limit) ? BigInt(limit) : null);
  const value: unknown = JSON.parse(text);
  switch (type) {
    case "int":
    case "long":
      if (number === null) return true;
      return number < (bound(min) ?? number) || number > (bound(max) ?? number);
    case "string":
    case "enum":
      if (typeof value !== "string") return true;
      if (maxLength !== null && maxLength > 0 && value.length > maxLength) return true;
      return enumList.length > 0 && !enumList.includes(value);
    case "boolean":
      return typeof value !== "boolean";
    case "DateTime":
      return !/^"\d{8}T\d{6}Z"$/.test(text);
    case "string list":
      return !Array.isArray(value) || value.some((item) => typeof item !== "string");
    case "jsonObject":
      return !text.startsWith("{");
    case "decimal":
      return typeof value !== "number";
    default:
      return false;
  }
}

test("nothing is accepted that violates the model, for any model", () => {
  let accepted = 0;
  const cases = paras.chain((one) => valuesFor(fieldOf(one)).map((value) => ({ one, value })));
  fc.assert(
    fc.property(cases, ({ one, value }) => {
      if (value === undefined || checkField(fieldOf(one), value).length > 0) return;
      accepted += 1;
      expect(violates(one, writeJson(value))).toBe(false);
    }),
    { numRuns: 3_000 },
  );
  expect(accepted).toBeGreaterThan(1_000);
});
