import { expect, test } from "vitest";
import type { GroupView, TargetSetView } from "@/lib/tasks/draft";
import { guardOf, matches, reachOf } from "./reach";

const group = (id: string, count: number | null): GroupView => ({
  id,
  name: id.toUpperCase(),
  description: "",
  parentId: null,
  kind: "static",
  count,
});
const groups = [group("a", 1_200), group("b", 30), group("c", null)];
const list: TargetSetView = { id: "set", count: 2_075, source: "district_7.csv", savedAt: "", sample: [] };
const of = (targets: { by: "groups" | "devices"; groupIds?: string[]; targetSetId?: string }) =>
  reachOf({ groupIds: [], targetSetId: "", ...targets }, groups, list, ({ count }) => count);

test("nothing chosen reaches nobody", () => {
  expect(of({ by: "groups" })).toBeNull();
  expect(of({ by: "devices" })).toBeNull();
  expect(of({ by: "devices", targetSetId: "another" })).toBeNull();
});

test("one group is exact, several are a ceiling, and one unknown makes all unknown", () => {
  expect(of({ by: "groups", groupIds: ["a"] })).toMatchObject({ names: ["A"], count: 1_200, atMost: false });
  expect(of({ by: "groups", groupIds: ["a", "b"] })).toMatchObject({ count: 1_230, atMost: true });
  expect(of({ by: "groups", groupIds: ["a", "c"] })).toMatchObject({ chosen: 2, count: null });
  expect(of({ by: "groups", groupIds: ["a", "gone"] })).toMatchObject({ names: ["A"], chosen: 2, count: null });
  expect(of({ by: "devices", targetSetId: "set" })).toEqual({ by: "devices", count: 2_075, source: "district_7.csv" });
});

test("a wide task asks for its number, a small one does not, an unknown one asks for its groups", () => {
  const guard = (count: number | null) => guardOf({ by: "groups", names: [], chosen: 3, count, atMost: true });
  expect(guard(999)).toBeNull();
  expect(guard(1_000)).toEqual({ expected: 1_000, of: "devices" });
  expect(guard(null)).toEqual({ expected: 3, of: "groups" });
});

test.each([
  ["2075", true],
  ["2,075", true],
  [" 2 075 ", true],
  ["2.075", true],
  ["2076", false],
  ["", false],
  ["20750", false],
])("typing %j for 2,075 matches: %s", (typed, expected) => {
  expect(matches(typed, 2_075)).toBe(expected);
});
