import { expect, test, vi } from "vitest";
import { createPollCache } from "./poll-cache";

test("many ask, one question goes out; after its time it is asked anew", async () => {
  let now = 0;
  const cache = createPollCache<number>({ ttlMs: 100, now: () => now });
  const ask = vi.fn(() => Promise.resolve(now));
  expect(await Promise.all([cache.get("a", ask), cache.get("a", ask)])).toEqual([0, 0]);
  expect(ask).toHaveBeenCalledTimes(1);
  now = 100;
  expect(cache.peek("a")).toBeNull();
  expect(await cache.get("a", ask)).toBe(100);
  expect(await cache.peek("a")).toBe(100);
});

test("a failure is not kept", async () => {
  const cache = createPollCache<number>({ ttlMs: 100, now: () => 0 });
  await expect(cache.get("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await cache.get("a", () => Promise.resolve(1))).toBe(1);
});

test("what is known to be wrong is asked anew", async () => {
  const cache = createPollCache<number>({ ttlMs: 100, now: () => 0 });
  expect(await cache.get("a", () => Promise.resolve(1))).toBe(1);
  cache.forget("a");
  expect(await cache.get("a", () => Promise.resolve(2))).toBe(2);
});
