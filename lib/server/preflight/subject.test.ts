import { describe, expect, test } from "vitest";
import type { Json } from "@/lib/json";
import { checksOf } from "@/lib/task-types/checks";
import { TASK_TYPES } from "@/lib/tasks/task-type";
import { keyOf, subjectOf } from "./subject";

const of = (content: Json) => subjectOf({ spaceId: "space", type: "createCommands", content });

test.each<[Json, object]>([
  [null, { packageId: null, productId: null, targets: null }],
  ["text", { targets: null }],
  [{ targets: { by: "groups", groupIds: [] } }, { targets: null }],
  [{ targets: { by: "groups", groupIds: ["a1", "it's", 7] } }, { targets: { by: "groups", groupIds: ["a1"] } }],
  [{ targets: { by: "devices" } }, { targets: null }],
  [{ targets: { by: "devices", targetSetId: "s" } }, { targets: { by: "devices", targetSetId: "s" } }],
  [{ targets: { by: "rows", rowSetId: "r" } }, { targets: { by: "rows", rowSetId: "r" } }],
  [
    { packageId: "p1", command: { productId: "pump" } },
    { packageId: "p1", productId: "pump" },
  ],
  [
    { packageId: "", shadow: { productId: "pump" } },
    { packageId: null, productId: "pump" },
  ],
  [{ command: { productId: "pump' or '" } }, { productId: null }],
  [{ command: "text" }, { productId: null }],
])("%j is read leniently", (content, expected) => {
  expect(of(content)).toMatchObject(expected);
});

describe("a key", () => {
  const targets = { by: "groups", groupIds: ["a1"] };
  test("does not change with what is not looked at", () => {
    expect(keyOf(of({ targets, title: "one" }))).toBe(keyOf(of({ targets, title: "other", schedule: {} })));
  });
  test.each<[string, Json]>([
    ["targets", { targets: { by: "groups", groupIds: ["b2"] } }],
    ["product", { targets, command: { productId: "pump" } }],
    ["package", { targets, packageId: "p1" }],
  ])("changes with the %s", (_, content) => {
    expect(keyOf(of(content))).not.toBe(keyOf(of({ targets })));
  });
});

test("every type looks for something, and for nothing twice", () => {
  for (const type of TASK_TYPES) {
    const kinds = checksOf[type].map(({ finds }) => finds);
    expect(kinds.length, type).toBeGreaterThan(0);
    expect(new Set(kinds).size, type).toBe(kinds.length);
  }
});
