import { expect, test } from "vitest";
import { fieldOf, type ModelField } from "@/lib/product-model/field";
import { contextAt, suggestionsFor } from "./json-context";

const field = (name: string, type: string, enumList: string[] = []): ModelField =>
  fieldOf({
    name,
    type,
    required: false,
    enumList,
    min: null,
    max: null,
    maxLength: null,
    step: null,
    unit: "",
    description: "",
  });
const fields = [
  field("position", "enum", ["open", "closed"]),
  field("force", "boolean"),
  field("level", "int", ["1", "2"]),
];

/** What is suggested where | stands. */
const at = (marked: string, nullClears = false) => {
  const pos = marked.indexOf("|");
  const context = contextAt(marked.replace("|", ""), pos);
  return context === null ? null : suggestionsFor(context, fields, nullClears).map(({ insert }) => insert);
};

test.each([
  ["{|}", ['"position": ', '"force": ', '"level": ']],
  ['{"pos|"}', ['"position": ', '"force": ', '"level": ']],
  ['{"pos|": 1}', ['"position"', '"force"', '"level"']],
  ['{"position": "open", |}', ['"force": ', '"level": ']],
  ['{"position": |}', ['"open"', '"closed"']],
  ['{"position": "o|"}', ['"open"', '"closed"']],
  ['{"force": t|}', ["true", "false"]],
  ['{\n  "level": |\n}', ["1", "2"]],
  ['{"other": |}', []],
  ['{"position": {"a|', null],
  ["|", null],
  ["{}|", null],
])("%s", (marked, inserts) => {
  expect(at(marked)).toEqual(inserts);
});

test("null is a value where it clears", () => {
  expect(at('{"force": |}', true)).toEqual(["true", "false", "null"]);
});

test("the whole of what is being typed is replaced, with its quotes", () => {
  expect(contextAt('{"pos": 1}', 3)).toMatchObject({ from: 1, to: 6, hasColon: true });
  expect(contextAt('{"a": tr', 8)).toMatchObject({ from: 6, to: 8, key: "a" });
  expect(contextAt('{"a": "op\n}', 9)).toMatchObject({ from: 6, to: 9 });
});
