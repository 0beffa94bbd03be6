import { expect, test } from "vitest";
import type { GroupView } from "@/lib/tasks/draft";
import { groupLines } from "./group-tree";

const group = (id: string, parentId: string | null = null, description = ""): GroupView => ({
  id,
  name: id,
  description,
  parentId,
  kind: "static",
  count: null,
});
const groups = [
  group("west"),
  group("north-2", "north"),
  group("north"),
  group("north-1", "north"),
  group("lost", "gone"),
];
const lines = (search: string) => groupLines(groups, search).map(({ group: { name }, depth }) => `${depth} ${name}`);

test("children stand under their parent in order of name; a parent out of sight makes a group stand at the top", () => {
  expect(lines("")).toEqual(["0 lost", "0 north", "1 north-1", "1 north-2", "0 west"]);
});

test("a search keeps what matches and what is above it", () => {
  expect(lines("NORTH-2")).toEqual(["0 north", "1 north-2"]);
  expect(lines("nothing")).toEqual([]);
  expect(groupLines([group("a", null, "Water meters")], "water")).toHaveLength(1);
});
