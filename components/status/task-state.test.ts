import { describe, expect, test } from "vitest";
import { reported, SUB_TASK_STATUSES, TASK_STATUSES } from "@/lib/tasks/status";
import { subTaskState, taskState } from "./task-state";

const NOW = Date.parse("2026-10-13T18:14:00Z");
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

const task = (raw: string | null, more: Partial<Parameters<typeof taskState>[0]> = {}) => ({
  submission: "sent" as const,
  status: raw === null ? null : reported(TASK_STATUSES, raw),
  startsAt: null,
  readAt: at(-4),
  needsAttention: null,
  ...more,
});

test.each([
  ["Initializing", "running"],
  ["Waitting", "waiting"],
  ["Processing", "running"],
  ["Stopping", "stopping"],
  ["Success", "done"],
  ["PartialSuccess", "partly"],
  ["Fail", "failed"],
  ["Stopped", "stopped"],
])("%s reads %s", (raw, word) => {
  expect(taskState(task(raw), NOW)).toMatchObject({ word, raw });
});

test("a word that nobody knows is shown as unknown with the platform's own word", () => {
  expect(taskState(task("Paused"), NOW)).toEqual({ kind: "unknown", word: "unknown", raw: "Paused" });
});

test("waiting for its hour is scheduled, waiting past its hour is waiting", () => {
  expect(taskState(task("Waitting", { startsAt: at(60) }), NOW).word).toBe("scheduled");
  expect(taskState(task("Waitting", { startsAt: at(-60) }), NOW).word).toBe("waiting");
});

test("a device that waits for a go makes the task wait for a person", () => {
  expect(taskState(task("Processing", { needsAttention: "waits-for-confirm" }), NOW).word).toBe("gate");
});

describe("after a minute without news", () => {
  test.each([
    ["Processing", "wasRunning"],
    ["Waitting", "wasWaiting"],
    ["Stopping", "wasStopping"],
  ])("%s reads %s", (raw, word) => {
    expect(taskState(task(raw, { readAt: at(-61) }), NOW)).toEqual({ kind: "unknown", word, raw });
  });
  test("what is final stays as it was", () => {
    expect(taskState(task("Success", { readAt: at(-86_400) }), NOW).word).toBe("done");
  });
});

test.each([
  ["held", "scheduled"],
  ["sending", "sending"],
  ["sent", "waiting"],
  ["refused", "refused"],
  ["uncertain", "uncertain"],
  ["cancelled", "cancelled"],
  [null, "unknown"],
] as const)("before the platform says anything, %s reads %s", (submission, word) => {
  expect(taskState(task(null, { submission, readAt: null }), NOW).word).toBe(word);
});

test.each([
  ["Waitting", "waiting"],
  ["Processing", "running"],
  ["Success", "done"],
  ["Fail", "failed"],
  ["FailWaitRetry", "retrying"],
  ["Stopped", "stopped"],
  ["Removed", "removed"],
  ["Rebooting", "unknown"],
])("a device's %s reads %s", (raw, word) => {
  expect(subTaskState(reported(SUB_TASK_STATUSES, raw))).toMatchObject({ word, raw });
});
