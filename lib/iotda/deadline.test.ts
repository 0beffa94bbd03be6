import { afterEach, expect, test, vi } from "vitest";
import { deadline } from "./deadline";

afterEach(() => vi.useRealTimers());

test("a signal is aborted when its time is over, by the name that says so", () => {
  vi.useFakeTimers();
  const signal = deadline(2_000);
  vi.advanceTimersByTime(1_999);
  expect(signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(signal.reason).toMatchObject({ name: "TimeoutError" });
});
