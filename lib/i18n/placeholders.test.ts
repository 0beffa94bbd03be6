import { expect, test } from "vitest";
import { placeholders } from "./placeholders";

test.each([
  ["plain", [], []],
  ["{b} and {a} and {b}", ["a", "b"], []],
  ["{count, number} of <b>{total}</b>", ["count", "total"], ["b"]],
  ["{n, plural, =0 {none} one {{who} has #} other {# of {total}}}", ["n", "total", "who"], []],
])("%s", (message, values, tags) => {
  expect(placeholders(message)).toEqual({ values, tags });
});

test.each(["{open", "{n, plural, other {x}", "closed}", "{}"])("%s is refused", (message) => {
  expect(() => placeholders(message)).toThrow();
});
