import { expect, test } from "vitest";
import { fieldOf, type ModelField } from "@/lib/product-model/field";
import { sliderSteps } from "./slider-steps";

const number = (type: string, min: string | null, max: string | null, step: number | null): ModelField =>
  fieldOf({
    name: "p",
    type,
    required: false,
    enumList: [],
    min,
    max,
    maxLength: null,
    step,
    unit: "",
    description: "",
  });

test("every value is one step, exactly", () => {
  expect(sliderSteps(number("int", "1", "5", null))).toEqual(["1", "2", "3", "4", "5"]);
  expect(sliderSteps(number("decimal", "-0.2", "0.1", 0.1))).toEqual(["-0.2", "-0.1", "0", "0.1"]);
  expect(sliderSteps(number("int", "5", "17", 5))).toEqual(["5", "10", "15"]);
});

test("a hundred steps are the most", () => {
  expect(sliderSteps(number("int", "0", "100", null))).toHaveLength(101);
  expect(sliderSteps(number("int", "0", "101", null))).toBeNull();
});

test.each([
  ["decimal", "0", "1", null],
  ["int", "0", null, 1],
  ["int", "5", "5", 1],
  ["int", "9", "5", 1],
  ["long", null, null, 1],
] as const)("%s from %s to %s has no slider", (type, min, max, step) => {
  expect(sliderSteps(number(type, min, max, step))).toBeNull();
});
