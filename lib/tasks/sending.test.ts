import { expect, test } from "vitest";
import type { Failure } from "@/lib/failure";
import { afterAttempt, pauseMs, tooLate } from "./sending";

const at = { attempt: 1, now: 0, random: 0 };
const answer = { status: 400, code: "c", message: "m", requestId: null };

test.each<[Failure, string]>([
  [{ kind: "refused", ...answer }, "refused"],
  [{ kind: "credentials", cause: "keys", ...answer }, "refused"],
  [{ kind: "missing", what: "package" }, "refused"],
  [{ kind: "uncertain", operation: "CreateBatchTask" }, "uncertain"],
  [{ kind: "unreadable", operation: "CreateBatchTask", requestId: null }, "uncertain"],
  [{ kind: "unreachable", host: "h", cause: "dns" }, "sending"],
  [{ kind: "throttled", retryAfterMs: 5_000, requestId: null }, "sending"],
])("%j leaves a submission %s", (failure, state) => {
  expect(afterAttempt({ ok: false, failure }, at).state).toBe(state);
});

test("pauses double to a minute, keep what the platform asked for, and differ a little", () => {
  expect([1, 2, 3, 7, 20].map((attempt) => pauseMs(attempt, 0, 0))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
  expect(pauseMs(1, 30_000, 0)).toBe(30_000);
  expect(pauseMs(1, 0, 1)).toBe(1_250);
});

test("a start is too late from its very instant on; at once is never too late", () => {
  const startsAt = "2026-03-02T08:00:00.000Z";
  expect(tooLate({ startsAt }, Date.parse(startsAt) - 1)).toBeNull();
  expect(tooLate({ startsAt }, Date.parse(startsAt))).toMatchObject({ kind: "invalid" });
  expect(tooLate({ startsAt: null }, Number.MAX_SAFE_INTEGER)).toBeNull();
});
