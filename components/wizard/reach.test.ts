import { expect, test } from "vitest";
import type { GroupView, RowSetView, TargetSetView } from "@/lib/tasks/draft";
import type { TargetWay } from "@/lib/tasks/targets";
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
const listed = { by: "devices" as const, groupIds: [], targetSetId: "set", rowSetId: "" };
const rows: RowSetView = {
  id: "rows",
  parts: 2,
  kind: "registration",
  count: 10,
  source: "ten.xlsx",
  savedAt: "",
  sample: [],
};
const of = (targets: { by: TargetWay; groupIds?: string[]; targetSetId?: string; rowSetId?: string }) =>
  reachOf(
    { groupIds: [], targetSetId: "", rowSetId: "", ...targets },
    groups,
    { targetSet: list, rowSet: rows },
    ({ count }) => count,
  );

test("nothing chosen reaches nobody", () => {
  expect(of({ by: "groups" })).toBeNull();
  expect(of({ by: "devices" })).toBeNull();
  expect(of({ by: "devices", targetSetId: "another" })).toBeNull();
  expect(of({ by: "rows", rowSetId: "another" })).toBeNull();
});

test("one group is exact, several are a ceiling, and one unknown makes all unknown", () => {
  expect(of({ by: "groups", groupIds: ["a"] })).toMatchObject({ names: ["A"], count: 1_200, atMost: false });
  expect(of({ by: "groups", groupIds: ["a", "b"] })).toMatchObject({ count: 1_230, atMost: true });
  expect(of({ by: "groups", groupIds: ["a", "c"] })).toMatchObject({ chosen: 2, count: null });
  expect(of({ by: "groups", groupIds: ["a", "gone"] })).toMatchObject({ names: ["A"], chosen: 2, count: null });
  expect(of({ by: "devices", targetSetId: "set" })).toEqual({
    by: "devices",
    count: 2_075,
    source: "district_7.csv",
    parts: 1,
  });
  expect(of({ by: "rows", rowSetId: "rows" })).toEqual({ by: "rows", count: 10, source: "ten.xlsx", parts: 2 });
});

test("a list goes out as one task up to 30,000 devices, and as more beyond", () => {
  const parts = (count: number) => {
    const reach = reachOf(listed, [], { targetSet: { ...list, count }, rowSet: null }, () => null);
    return reach?.by === "devices" ? reach.parts : null;
  };
  expect([30_000, 30_001, 60_000, 60_001].map(parts)).toEqual([1, 2, 2, 3]);
});

test("a wide task asks for its number, a small one does not, an unknown one asks for its groups", () => {
  const guard = (count: number | null) => guardOf({ by: "groups", names: [], chosen: 3, count, atMost: true }, false);
  expect(guard(999)).toBeNull();
  expect(guard(1_000)).toEqual({ expected: 1_000, of: "devices" });
  expect(guard(null)).toEqual({ expected: 3, of: "groups" });
});

test("what can not be taken back always asks for its number", () => {
  expect(guardOf({ by: "devices", count: 1, source: "one.csv", parts: 1 }, true)).toEqual({
    expected: 1,
    of: "devices",
  });
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
