import { expect, test } from "vitest";
import { FASTEST_MS, paceAfter, SLOWEST_MS } from "./monitor-pace";

const still = { moved: false, failure: null, dueInMs: null };

test("quick while numbers move, then half as often each time, down to every 30 seconds", () => {
  expect(paceAfter(SLOWEST_MS, { ...still, moved: true })).toBe(FASTEST_MS);
  const paces = [FASTEST_MS];
  for (let reading = 0; reading < 6; reading += 1) paces.push(paceAfter(paces.at(-1) ?? 0, still));
  expect(paces).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 30_000, 30_000]);
});

test("in time for a start, however slow it had become", () => {
  expect(paceAfter(24_000, { ...still, dueInMs: 7_000 })).toBe(7_000);
  expect(paceAfter(24_000, { ...still, dueInMs: 10 })).toBe(FASTEST_MS);
});

test("slower after a failure, and never before the platform said", () => {
  const throttled = { kind: "throttled", retryAfterMs: 45_000, requestId: null } as const;
  expect(paceAfter(1_500, { ...still, failure: throttled })).toBe(45_000);
  const away = { kind: "unreachable", host: "iotda", cause: "timeout" } as const;
  expect(paceAfter(3_000, { moved: true, failure: away, dueInMs: null })).toBe(6_000);
});
