import { afterAll, beforeAll, expect, test } from "vitest";
import { unwrap } from "@/lib/failure";
import { deadline } from "@/lib/iotda/deadline";
import { type LiveSimulator, liveSimulator } from "@/lib/iotda/live-simulator";
import { readPlatformClock } from "@/lib/iotda/platform-clock";
import { testCalls } from "./test-calls";

let live: LiveSimulator;
beforeAll(async () => {
  live = await liveSimulator(60);
});
afterAll(() => live.stop());

test("every reading call is made and answered by a platform, whose clock is ours", async () => {
  const iotda = live.client({});
  const space = unwrap(await iotda.listResourceSpaces()).find(({ isDefault }) => isDefault);
  if (space === undefined) throw new Error("The platform has a default space");
  const platformClock = () =>
    readPlatformClock(live.variables.IOTDA_ENDPOINT ?? "", { fetch, now: Date.now, deadline });
  const { calls, clockAheadMs, searches } = await testCalls({ iotda, now: Date.now, platformClock }, space, "ann");
  expect(calls.filter(({ outcome }) => outcome.of !== "answered")).toEqual([]);
  expect(searches).toBe(true);
  expect(Math.abs(clockAheadMs ?? Number.NaN)).toBeLessThan(2_000);
});
