import { expect, test } from "vitest";
import { partSizes } from "./parts";

test.each([
  [0, []],
  [1, [1]],
  [30_000, [30_000]],
  [30_001, [30_000, 1]],
  [75_000, [30_000, 30_000, 15_000]],
])("%i devices make tasks of %j", (count, sizes) => {
  expect(partSizes(count, 30_000)).toEqual(sizes);
});
