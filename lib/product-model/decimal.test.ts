import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, type Decimal, isOnStep, toDecimal } from "./decimal";

const read = (text: string): Decimal => {
  const decimal = toDecimal(text);
  if (decimal === null) throw new Error(`not a number: ${text}`);
  return decimal;
};

test.each([
  ["9007199254740993", "9007199254740992", 1],
  ["0.1", "0.10", 0],
  ["1e3", "1000", 0],
  ["-0", "0", 0],
  ["1e-400", "0", 1],
  ["-9223372036854775809", "-9223372036854775808", -1],
  [".5", "0.5", 0],
])("%s against %s is %d", (one, other, order) => {
  expect(compare(read(one), read(other))).toBe(order);
});

test.each(["", "-", "abc", "1e401", "1e99999", "0x10", "1,5", "Infinity", "1".repeat(401)])(
  "%s is no number",
  (text) => {
    expect(toDecimal(text)).toBeNull();
  },
);

test.each([
  ["0.3", "0", "0.1", true],
  ["1.15", "1", "0.05", true],
  ["1.16", "1", "0.05", false],
  ["7", "5", "5", false],
  ["10", "5", "5", true],
  ["9007199254740993", "1", "2", true],
  ["9007199254740994", "1", "2", false],
  ["3", "0", "0", true],
])("%s lies on the steps from %s of %s: %s", (value, base, step, on) => {
  expect(isOnStep(read(value), read(base), read(step))).toBe(on);
});

test("whole numbers are ordered as their exact values are", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt(), (one, other) => {
      const order = one < other ? -1 : one > other ? 1 : 0;
      expect(compare(read(String(one)), read(String(other)))).toBe(order);
    }),
  );
});
