import { expect, test, vi } from "vitest";
import { type Failure, fail, ok } from "@/lib/failure";
import { createCaller, createPace } from "./caller";
import { testCaller, testClock } from "./testing";

const refused = { kind: "refused", status: 500, code: "IOTDA.000001", message: "m", requestId: "r" } as const;
const throttled: Failure = { kind: "throttled", retryAfterMs: 700, requestId: null };
const fine = () => Promise.resolve(ok(1));
const wrong = (failure: Failure) => () => Promise.resolve(fail(failure));

test("exactly as many calls are made as may be", async () => {
  const caller = testCaller(3);
  const run = vi.fn(fine);
  for (let call = 0; call < 3; call += 1) expect((await caller.ask("ListDevices", run)).ok).toBe(true);
  expect(caller.left()).toBe(0);
  expect((await caller.ask("ListDevices", run)).ok).toBe(false);
  expect(run).toHaveBeenCalledTimes(3);
});

test("at most five calls a second, and a search a second, whoever asks", async () => {
  const clock = testClock();
  const pace = createPace(clock);
  const [one, other] = [createCaller(pace, 100), createCaller(pace, 100)];
  const at: number[] = [];
  const note = async () => {
    at.push(clock.now());
    return ok(1);
  };
  for (let call = 0; call < 3; call += 1) {
    await one.ask("ListDevices", note);
    await other.ask("ShowDevice", note);
  }
  expect(at).toEqual([0, 200, 400, 600, 800, 1_000]);
  at.length = 0;
  await one.ask("SearchDevices", note);
  await other.ask("SearchDevices", note);
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(1_100);
});

test("once it was stopped nothing is asked, not even what waits for its turn", async () => {
  const caller = testCaller();
  const run = vi.fn(fine);
  await caller.ask("ListDevices", run);
  const waiting = caller.ask("ListDevices", run);
  caller.stop();
  expect((await waiting).ok).toBe(false);
  expect((await caller.ask("ListDevices", run)).ok).toBe(false);
  expect(run).toHaveBeenCalledTimes(1);
});

test("what is throttled is asked again when the platform said, three times more", async () => {
  const clock = testClock();
  const run = vi.fn(wrong(throttled)).mockImplementationOnce(wrong(throttled));
  const caller = testCaller(100, clock);
  expect((await caller.ask("ListDevices", run)).ok).toBe(false);
  expect(run).toHaveBeenCalledTimes(4);
  expect(clock.now()).toBeGreaterThanOrEqual(2_100);
  expect(caller.troubles).toEqual([{ operation: "ListDevices", failure: throttled }]);
});

test("the platform's failure is kept with its code, once, and the rest goes on", async () => {
  const caller = testCaller();
  await caller.ask("ListProducts", wrong(refused));
  await caller.ask("ListProducts", wrong(refused));
  expect(caller.troubles).toEqual([{ operation: "ListProducts", failure: refused }]);
  expect((await caller.ask("ListDevices", fine)).ok).toBe(true);
});

test("after three failures in a row the platform is left alone, after two it is not", async () => {
  const caller = testCaller();
  for (let time = 0; time < 2; time += 1) await caller.ask("ListDevices", wrong(refused));
  expect(caller.left()).toBeGreaterThan(0);
  expect((await caller.ask("ListDevices", fine)).ok).toBe(true);
  for (let time = 0; time < 3; time += 1) await caller.ask("ListDevices", wrong(refused));
  expect(caller.left()).toBe(0);
});

test("what does not exist and a platform without search are answers, not troubles", async () => {
  const caller = testCaller();
  const missing = wrong({ kind: "missing", what: "device" });
  expect(await caller.ask("ShowDevice", missing)).toMatchObject({ missing: true });
  expect(await caller.ask("SearchDevices", wrong(refused))).toMatchObject({ without: true });
  expect(caller.troubles).toEqual([]);
});
