import { afterEach, expect, it, vi } from "vitest";
import type { DeviceIds } from "@/lib/fleet/device-list";
import { type Pause, readAllDeviceIds } from "./devices";

afterEach(() => vi.unstubAllGlobals());

/** A server that answers one after the other; a number is how long it asks to wait. */
function answering(answers: readonly (Partial<DeviceIds> | number)[]) {
  const asked: string[] = [];
  const left = [...answers];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    const answer = left.shift();
    if (typeof answer === "number")
      return Response.json({ failure: { kind: "throttled", retryAfterMs: answer, requestId: null } }, { status: 503 });
    return Response.json({ ids: [], next: null, unavailable: [], ...answer });
  });
  const counted: number[] = [];
  const paused: number[] = [];
  const pause: Pause = async (ms) => {
    paused.push(ms);
  };
  const read = () =>
    readAllDeviceIds(
      { status: "ONLINE" },
      { onCount: (count) => counted.push(count), signal: new AbortController().signal, pause },
    );
  return { asked, counted, paused, read };
}
const numbered = (from: number, count: number) => Array.from({ length: count }, (_, i) => `d${from + i}`);

it("reads page after page, each id once, and waits for a busy platform", async () => {
  const { asked, counted, paused, read } = answering([
    { ids: ["a", "b"], next: "x1" },
    1100,
    { ids: ["b", "c"], next: null },
  ]);
  expect(await read()).toEqual({ ids: ["a", "b", "c"], whole: true });
  expect(asked).toEqual([
    "/api/device-ids?status=ONLINE",
    "/api/device-ids?status=ONLINE&after=x1",
    "/api/device-ids?status=ONLINE&after=x1",
  ]);
  expect([counted, paused]).toEqual([[2, 3], [1100]]);
});

it("gives nothing where the platform can not look for it", async () => {
  const { read } = answering([{ unavailable: ["status"] }]);
  await expect(read()).rejects.toMatchObject({ failure: { issues: [{ path: "status" }] } });
});

it("takes 30,000 and says when there are more", async () => {
  const most = answering([{ ids: numbered(0, 30_000), next: null }]);
  expect(await most.read()).toMatchObject({ whole: true });
  const more = answering([
    { ids: numbered(0, 29_999), next: "x" },
    { ids: numbered(29_999, 2), next: null },
  ]);
  const result = await more.read();
  expect([result.ids.length, result.whole]).toEqual([30_000, false]);
});

it("gives no half list when a page leads back, or the platform stays busy", async () => {
  const circle = answering([
    { ids: ["a"], next: "x" },
    { ids: ["b"], next: "x" },
  ]);
  await expect(circle.read()).rejects.toMatchObject({ failure: { kind: "unreadable" } });
  const busy = answering(Array.from({ length: 21 }, () => 5));
  await expect(busy.read()).rejects.toMatchObject({ failure: { kind: "throttled" } });
  expect(busy.paused).toHaveLength(20);
});
