import { expect, test } from "vitest";
import { finished, gap, NO_PROGRESS, type Progress } from "./progress";

const progress: Progress = {
  total: 100,
  succeeded: 60,
  processing: 10,
  awaitingRetry: 5,
  failed: 15,
  stopped: 4,
  removed: 1,
  waiting: 5,
};

test("counters that add up leave no gap", () => {
  expect(gap(progress)).toBe(0);
});

test("a missing counter shows as a gap, and too many as less than none", () => {
  expect(gap({ ...progress, waiting: null })).toBe(5);
  expect(gap({ ...progress, waiting: 8 })).toBe(-3);
});

test("without a total nothing is claimed", () => {
  expect(gap(NO_PROGRESS)).toBeNull();
});

test("what waits for another try has not finished", () => {
  expect(finished(progress)).toBe(80);
});
