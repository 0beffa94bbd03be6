import { describe, expect, test } from "vitest";
import type { Failure } from "@/lib/failure";
import { actedLately, type Observed, pollAfter, pollListAfter } from "./polling";

const NOW = Date.parse("2026-10-14T02:14:00Z");
const running: Observed = { final: false, moving: false, startsAt: null, status: "running" };
const cut: Failure = { kind: "unreachable", host: "console", cause: "cut" };

describe("one task", () => {
  test.each<[string, Observed | undefined, Failure | null, boolean, number | false]>([
    ["nothing seen yet", undefined, null, false, 2000],
    ["running", running, null, false, 2000],
    ["running, page hidden", running, null, true, 60_000],
    ["waiting for a place", { ...running, status: "waiting" }, null, false, 5000],
    ["final", { ...running, final: true }, null, false, false],
    ["final, but an action runs", { ...running, final: true, moving: true }, null, false, 1000],
    ["starts tomorrow", { ...running, startsAt: "2026-10-15T02:14:00Z" }, null, false, 60_000],
    ["starts in 10 s", { ...running, startsAt: "2026-10-14T02:14:10Z" }, null, false, 10_000],
    ["our server does not answer", running, cut, false, 10_000],
    ["a status word we do not know", { ...running, status: "unknown" }, null, false, 5000],
    ["signed out", running, { kind: "signed-out" }, false, false],
    ["deleted", running, { kind: "missing", what: "task" }, false, false],
  ])("%s", (_, seen, failure, hidden, expected) => {
    expect(pollAfter(seen, failure, hidden, NOW)).toBe(expected);
  });
});

test("an ended task is watched on after an action, because a retry takes its end back", () => {
  const finishedAt = "2026-10-14T02:13:00Z";
  expect(actedLately([{ finishedAt: null }, { finishedAt }], NOW)).toBe(true);
  expect(actedLately([{ finishedAt: null }, { finishedAt }], NOW + 60_000)).toBe(false);
  expect(actedLately([{ finishedAt: null }], NOW)).toBe(false);
});

describe("lists", () => {
  test.each<[string, boolean, Failure | null, boolean, number | false]>([
    ["something moves", true, null, false, 3000],
    ["nothing moves", false, null, false, 15_000],
    ["hidden", true, null, true, 60_000],
    ["failing", true, cut, false, 10_000],
    ["signed out", true, { kind: "signed-out" }, false, false],
  ])("%s", (_, moving, failure, hidden, expected) => {
    expect(pollListAfter(moving, failure, hidden)).toBe(expected);
  });
});
