import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pause } from "./pause";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test("waits as long as it is told", async () => {
  const waited = pause(1100, new AbortController().signal);
  await vi.advanceTimersByTimeAsync(1100);
  await expect(waited).resolves.toBeUndefined();
});

test("ends at once when nobody waits any more", async () => {
  const controller = new AbortController();
  const waited = pause(1100, controller.signal);
  controller.abort();
  await expect(waited).rejects.toMatchObject({ name: "AbortError" });
  expect(vi.getTimerCount()).toBe(0);
});
