import { expect, test } from "vitest";
import { isOlder, nextLookAt, SKEW_MS } from "./settling";

test("looks are soon at first, go on for five minutes, then a person is asked", () => {
  const looks: number[] = [];
  for (let now = 0, next = nextLookAt(0, now); next !== null; next = nextLookAt(0, now)) {
    looks.push(next / 1_000);
    now = next;
  }
  expect(looks).toEqual([2, 5, 10, 20, 40, 60, 90, 120, 180, 240, 300]);
});

test("a console that was away looks once and then asks", () => {
  expect(nextLookAt(0, 3_600_000)).toBeNull();
});

test("tasks count as older only beyond what two clocks may differ", () => {
  const submittedAt = Date.parse("2026-03-02T08:00:00Z");
  const at = (ms: number) => new Date(submittedAt - ms).toISOString();
  expect(isOlder(at(SKEW_MS), submittedAt)).toBe(false);
  expect(isOlder(at(SKEW_MS + 1_000), submittedAt)).toBe(true);
  expect(isOlder(null, submittedAt)).toBe(false);
});
