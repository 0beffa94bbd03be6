import { describe, expect, test } from "vitest";
import { type Actable, blockedVerbs } from "./acting";
import { NO_PROGRESS } from "./progress";
import { TASK_STATUSES, type TaskStatus } from "./status";

const upgrade = { stoppable: true, retryable: true, confirmable: true };
const other = { stoppable: false, retryable: false, confirmable: false };

const task = (status: TaskStatus | null, given: Partial<Actable> = {}): Actable => ({
  onPlatform: true,
  status: status === null ? null : { known: status },
  progress: { ...NO_PROGRESS, total: 3, failed: 1 },
  needsConfirm: true,
  facts: upgrade,
  running: [],
  ...given,
});

// IoTDA reference: StopBatchTask, RetryBatchTask, ConfirmBatchTask, DeleteBatchTask.
const TABLE: { readonly [S in TaskStatus]: readonly [string | null, string | null, string | null, string | null] } = {
  Initializing: [null, "still-waiting", null, "not-final-yet"],
  Waitting: [null, "still-waiting", null, "not-final-yet"],
  Processing: [null, null, null, "not-final-yet"],
  Stopping: ["stopping", "stopping", "stopping", "not-final-yet"],
  Success: ["already-final", "nothing-to-retry", "already-final", null],
  PartialSuccess: ["already-final", null, "already-final", null],
  Fail: ["already-final", null, "already-final", null],
  Stopped: ["already-final", "stopped-is-final", "already-final", null],
};

test.each(TASK_STATUSES)("an upgrade that is %s", (status) => {
  const [stop, retry, confirm, remove] = TABLE[status];
  expect(blockedVerbs(task(status))).toEqual({ stop, retry, confirm, delete: remove });
});

test("other types can be deleted and nothing else", () => {
  expect(blockedVerbs(task("Success", { facts: other }))).toEqual({
    stop: "not-stoppable-type",
    retry: "not-retryable-type",
    confirm: "not-confirmable",
    delete: null,
  });
});

test("only a task that was made to wait can be confirmed", () => {
  expect(blockedVerbs(task("Processing", { needsConfirm: false })).confirm).toBe("not-confirmable");
});

describe("nothing is possible", () => {
  test.each([
    ["before the platform has it", task(null, { onPlatform: false }), "not-on-platform"],
    ["before it was read", task(null), "not-read-yet"],
    ["in a status that we do not know", task(null, { status: { known: null, raw: "Paused" } }), "status-unknown"],
  ])("%s", (_, given, reason) => {
    expect(blockedVerbs(given)).toEqual({ stop: reason, retry: reason, confirm: reason, delete: reason });
  });
});

test("a retry has to end before the next, but never keeps a stop waiting", () => {
  expect(blockedVerbs(task("Processing", { running: ["retry"] }))).toMatchObject({
    stop: null,
    retry: "action-running",
  });
  expect(blockedVerbs(task("Processing", { running: ["stop"] }))).toMatchObject({ stop: "action-running" });
});

test("without failed, waiting and stopped devices there is nothing to retry; unknown counters do not say so", () => {
  const none = { ...NO_PROGRESS, failed: 0, awaitingRetry: 0, stopped: 0 };
  expect(blockedVerbs(task("Processing", { progress: none })).retry).toBe("nothing-to-retry");
  expect(blockedVerbs(task("Processing", { progress: NO_PROGRESS })).retry).toBeNull();
});
