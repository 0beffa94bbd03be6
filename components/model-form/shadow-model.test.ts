import { expect, test } from "vitest";
import type { ModelProperty, ModelService } from "@/lib/fleet/product-model";
import { named, unkeepable, writableFields } from "./shadow-model";

const property = (name: string, method: string): ModelProperty => ({
  name,
  method,
  type: "int",
  required: true,
  enumList: [],
  min: null,
  max: null,
  maxLength: null,
  step: null,
  unit: "",
  description: "",
  default: null,
});
const service: ModelService = {
  id: "Meter",
  type: "Meter",
  description: "",
  commands: [],
  properties: [
    property("a", "RW"),
    property("b", "R"),
    property("c", "WE"),
    property("d.e", "RW"),
    property("f$", "W"),
  ],
};
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name);

test("what may be written is offered, and none of it is needed", () => {
  expect(names(writableFields(service))).toEqual(["a", "c"]);
  expect(writableFields(service).some(({ required }) => required)).toBe(false);
});

test("names that no shadow keeps are told", () => {
  expect(unkeepable(service)).toEqual(["d.e", "f$"]);
});

test("a draft keeps of the model what it names, in the form, as cleared or in JSON", () => {
  const fields = writableFields(service);
  const none = { values: [], cleared: [], json: "" };
  expect(named(fields, none)).toEqual([]);
  expect(names(named(fields, { ...none, values: [{ name: "a", value: "1" }] }))).toEqual(["a"]);
  expect(names(named(fields, { ...none, cleared: ["c"] }))).toEqual(["c"]);
  expect(names(named(fields, { ...none, json: '{"a": 1, "x": 2}' }))).toEqual(["a"]);
});
