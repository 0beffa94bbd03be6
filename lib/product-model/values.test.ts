import fc from "fast-check";
import { expect, test } from "vitest";
import { exactNumber, type Json, membersOf, plainObject, writeJson } from "@/lib/json";
import { checkObject } from "./check";
import { fieldOf, fieldsOf, type ModelField } from "./field";
import { jsonIn } from "./json-node";
import { paras, valuesFor } from "./models-for-tests";
import { readJson } from "./read-json";
import { type FormValues, formOf, inForm, jsonOf, objectOf, textOf, withValue } from "./values";

/** A model of up to six parameters, and an object whose values come near to fitting it. */
const documents = fc
  .array(paras, { maxLength: 6 })
  .map(fieldsOf)
  .chain((fields) =>
    fc
      .tuple(...fields.map((field) => valuesFor(field).map((value) => [field.name, value] as const)))
      .map((members) => ({
        fields,
        object: plainObject(members.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))),
      })),
  );

const shown = (fields: readonly ModelField[], object: { readonly [key: string]: Json | undefined }): FormValues => {
  const form = formOf(fields, object);
  if (!form.ok) throw new Error(`no field shows ${form.keys.join()}`);
  return form.values;
};

test("JSON to form to JSON is the same, for every document that fits", () => {
  let fitting = 0;
  fc.assert(
    fc.property(documents, ({ fields, object }) => {
      if (checkObject(fields, object).length > 0) return;
      fitting += 1;
      const values = JSON.parse(JSON.stringify(shown(fields, object))) as FormValues;
      expect(new Map(membersOf(objectOf(fields, values)))).toEqual(new Map(membersOf(object)));
    }),
    { numRuns: 2_000 },
  );
  expect(fitting).toBeGreaterThan(500);
});

test("form to JSON to form is the same, whatever the JSON text goes through", () => {
  fc.assert(
    fc.property(documents, ({ fields, object }) => {
      if (checkObject(fields, object).length > 0) return;
      const values = shown(fields, object);
      const read = readJson(writeJson(objectOf(fields, values)));
      if (!read.ok) throw new Error(read.fault);
      const back = shown(fields, jsonIn(read.node) as { [key: string]: Json });
      for (const { name } of fields) expect(inForm(back, name)).toEqual(inForm(values, name));
    }),
    { numRuns: 1_000 },
  );
});

const field = (type: string): ModelField =>
  fieldOf({
    name: "p",
    type,
    required: false,
    enumList: [],
    min: null,
    max: null,
    maxLength: null,
    step: null,
    unit: "",
    description: "",
  });

test.each([
  ["int", "12", 12],
  ["long", "9007199254740993", exactNumber("9007199254740993")],
  ["decimal", "1.50", exactNumber("1.50")],
  ["boolean", "false", false],
  ["string", "12", "12"],
  ["string", "", ""],
  ["enum", "1", "1"],
  ["DateTime", "20260110T020000Z", "20260110T020000Z"],
  ["string list", ["a", ""], ["a", ""]],
  ["string list", [], []],
  ["jsonObject", '{\n  "a": 1\n}', { a: 1 }],
  ["float", "[\n  1\n]", [1]],
])("%s: %j and back", (type, text, json) => {
  expect(jsonOf(field(type), text)).toEqual(json);
  expect(textOf(field(type), json)).toEqual(text);
});

test.each([
  ["int", "12x"],
  ["int", "007"],
  ["boolean", "yes"],
  ["jsonObject", "{a"],
])("%s: %j can not be read and is kept as the text that it is", (type, text) => {
  expect(jsonOf(field(type), text)).toBe(text);
  expect(textOf(field(type), text)).toBe(text);
});

test.each([
  ["int", true],
  ["int", { a: 1 }],
  ["int", ""],
  ["string", 7],
  ["boolean", 1],
  ["string list", ["a", 1]],
  ["string list", "a"],
  ["jsonObject", [1]],
  ["jsonObject", "{}"],
  ["enum", null],
])("%s can not show %j", (type, json) => {
  expect(textOf(field(type), json)).toBeNull();
});

test("nothing given is not an empty text", () => {
  const fields = [
    { ...field("string"), name: "a" },
    { ...field("int"), name: "b" },
  ];
  expect(objectOf(fields, [])).toEqual({});
  expect(
    objectOf(fields, [
      { name: "a", value: "" },
      { name: "b", value: "" },
    ]),
  ).toEqual({ a: "" });
});

test("changing a value keeps the order, and null takes it out", () => {
  const values = withValue(withValue([], "a", "1"), "b", "2");
  expect(withValue(values, "a", "3")).toEqual([
    { name: "a", value: "3" },
    { name: "b", value: "2" },
  ]);
  expect(withValue(values, "a", null)).toEqual([{ name: "b", value: "2" }]);
});

test("keys that no field can show are named", () => {
  expect(formOf([field("int")], { p: [1], q: 1 })).toEqual({ ok: false, keys: ["p", "q"] });
});
