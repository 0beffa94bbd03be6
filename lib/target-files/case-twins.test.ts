import fc from "fast-check";
import { expect, test } from "vitest";
import { findTwins } from "./case-twins";

test.each([
  [["a-1", "a-2", "B-1"], 0, []],
  [["A-1", "a-1", "b"], 1, [["a-1", "A-1"]]],
  [
    ["AB", "Ab", "ab"],
    2,
    [
      ["ab", "AB"],
      ["ab", "Ab"],
    ],
  ],
  [["AB", "Ab"], 1, [["AB", "Ab"]]],
])("%j has %s", (ids, count, examples) => {
  expect(findTwins(new Set(ids))).toEqual({ count, examples });
});

test("the count is what lower case would merge", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[aAbB]{1,4}$/), { maxLength: 30 }), (ids) => {
      const merged = new Set(ids.map((id) => id.toLowerCase())).size;
      expect(findTwins(new Set(ids)).count).toBe(new Set(ids).size - merged);
    }),
  );
});
