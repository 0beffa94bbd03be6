import { expect, test } from "vitest";
import { NO_PROGRESS } from "@/lib/tasks/progress";
import { type Reusable, reuseBlocks } from "@/lib/tasks/reusing";
import type { TaskType } from "@/lib/tasks/task-type";
import { CREATABLE_TYPES } from "./registry";
import { reuseFacts } from "./reusing";

const progress = { ...NO_PROGRESS, total: 10, succeeded: 4, failed: 6 };
type Given = Reusable & { type: TaskType };
const blocks = (more: Partial<Given> = {}, offered = CREATABLE_TYPES) => {
  const { type, ...task } = {
    type: "firmwareUpgrade" as const,
    platformId: "5c8ba99030344005c02316ad",
    gone: false,
    progress,
    ...more,
  };
  return reuseBlocks(task, reuseFacts(type, offered));
};

test("a task that ran can be used again in every way", () => {
  expect(blocks()).toEqual({ clone: null, template: null, "follow-up": null, undo: null });
});

test("one that the platform has not, or has no longer, can be cloned but not followed", () => {
  expect(blocks({ platformId: null })).toMatchObject({
    clone: null,
    "follow-up": "not-on-platform",
    undo: "not-on-platform",
  });
  expect(blocks({ gone: true })).toMatchObject({ template: null, "follow-up": "gone", undo: "gone" });
});

test("what succeeded nowhere needs no undo, and a number that is not told keeps nothing back", () => {
  expect(blocks({ progress: { ...progress, succeeded: 0 } })).toMatchObject({
    "follow-up": null,
    undo: "nothing-done",
  });
  expect(blocks({ progress: NO_PROGRESS })).toMatchObject({ "follow-up": null, undo: null });
  expect(blocks({ progress: { ...NO_PROGRESS, total: 0 } })["follow-up"]).toBe("no-devices");
});

test("a registration that made no device leaves none behind", () => {
  expect(blocks({ type: "createDevices" })).toMatchObject({ "follow-up": null, undo: null });
  const none = { ...progress, succeeded: 0 };
  expect(blocks({ type: "createDevices", progress: none })).toMatchObject({ "follow-up": "nothing-done" });
});

test("a deletion is final", () => {
  expect(blocks({ type: "deleteDevices" }).undo).toBe("no-undo");
});

test("what this instance does not offer can be neither cloned nor made by an undo", () => {
  expect(blocks({}, ["freezeDevices"])).toMatchObject({ clone: "type-not-offered", "follow-up": null });
  expect(blocks({ type: "freezeDevices" }, ["freezeDevices"])).toMatchObject({ clone: null, undo: "type-not-offered" });
});

test("only types that take a list follow a task up", () => {
  const { followUps } = reuseFacts("firmwareUpgrade", CREATABLE_TYPES);
  expect(followUps).toEqual(expect.arrayContaining(["firmwareUpgrade", "freezeDevices"]));
  expect(followUps).not.toContain("createDevices");
});
