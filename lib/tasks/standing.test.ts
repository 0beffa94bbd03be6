import { expect, test } from "vitest";
import { mayChange, standing } from "./standing";
import { reported, TASK_STATUSES } from "./status";
import type { SubmissionState } from "./submission";

const NOW = Date.parse("2026-10-14T02:14:00Z");
const seen = (submission: SubmissionState | null, raw: string | null, startsAt: string | null = null) => ({
  submission,
  status: raw === null ? null : reported(TASK_STATUSES, raw),
  startsAt,
  needsAttention: null,
  gone: false,
});

test.each([
  ["sending", null, null, "sending"],
  ["uncertain", null, null, "uncertain"],
  ["sent", null, null, "waiting"],
  ["sent", "Processing", null, "running"],
  ["sent", "Initializing", null, "running"],
  ["sent", "Initializing", "2026-10-15T02:14:00Z", "scheduled"],
  ["sent", "Waitting", "2026-10-15T02:14:00Z", "scheduled"],
  ["sent", "Waitting", "2026-10-13T02:14:00Z", "waiting"],
  [null, "Waitting", null, "waiting"],
  [null, "PartialSuccess", null, "partly"],
  [null, "Stopping", null, "stopping"],
  [null, "Waiting", null, "unknown"],
  [null, null, null, "unknown"],
] as const)("submission %s, platform %s, start %s: %s", (submission, raw, startsAt, expected) => {
  expect(standing(seen(submission, raw, startsAt), NOW)).toBe(expected);
});

test("a task that waits for a person says so", () => {
  expect(standing({ ...seen("sent", "Waitting"), needsAttention: "waits-for-confirm" }, NOW)).toBe("gate");
});

test("what somebody deleted on the platform while it ran is gone, not running; what had ended stays as it ended", () => {
  expect(standing({ ...seen("sent", "Processing"), gone: true }, NOW)).toBe("gone");
  expect(standing({ ...seen("sent", "Success"), gone: true }, NOW)).toBe("done");
  expect(mayChange({ ...seen("sent", "Processing"), gone: true })).toBe(false);
});

test("only what is over is left alone", () => {
  expect(mayChange(seen("sent", "Success"))).toBe(false);
  expect(mayChange(seen("refused", null))).toBe(false);
  expect(mayChange(seen("sent", "Frobnicating"))).toBe(true);
  expect(mayChange(seen("uncertain", null))).toBe(true);
});
