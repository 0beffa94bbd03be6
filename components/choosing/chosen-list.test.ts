import { expect, test } from "vitest";
import { joined, shownIds, without } from "./chosen-list";

const ids = ["meter-9", "Meter-10", "valve-1"];

test("the filter looks anywhere in an ID, whatever its case, and leaves the order alone", () => {
  expect(shownIds(ids, { filter: " METER ", sorted: false })).toEqual(["meter-9", "Meter-10"]);
  expect(shownIds(ids, { filter: "", sorted: true })).toEqual(["Meter-10", "meter-9", "valve-1"]);
});

test("two lists become one without repeats, and nothing is lost", () => {
  expect(joined(ids, ["valve-1", "valve-2", "valve-2"])).toEqual([...ids, "valve-2"]);
});

test("only what was named is removed", () => {
  expect(without(ids, new Set(["meter-9", "unknown"]))).toEqual(["Meter-10", "valve-1"]);
});
