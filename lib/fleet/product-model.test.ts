import { expect, it } from "vitest";
import { dataTypeOf, isWritable } from "@/lib/fleet/product-model";

it.each([
  ["int", "int"],
  ["datetime", "DateTime"],
  ["String List", "string list"],
  ["float", null],
  ["", null],
])("reads the data type %j as %j", (word, type) => {
  expect(dataTypeOf(word)).toBe(type);
});

it.each([
  ["RWE", true],
  ["w", true],
  ["RE", false],
  ["", false],
])("knows whether a property of method %j can be written", (method, writable) => {
  expect(isWritable({ method })).toBe(writable);
});
