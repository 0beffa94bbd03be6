import { expect, test, vi } from "vitest";
import { type Failure, fail, ok } from "@/lib/failure";
import { READ_CALLS } from "@/lib/fleet/connection";
import { MAX_TEST_MS, type TestPorts, testCalls } from "./test-calls";

const START = Date.parse("2026-03-02T08:00:00.000Z");
const SPACE = { id: "space", name: "North" };
const REFUSED: Failure = { kind: "refused", status: 403, code: "IOTDA.000099", message: "no", requestId: "r" };
const CUT: Failure = { kind: "unreachable", host: "iotda.test", cause: "cut" };

/** A platform with one of everything, whose every call takes 40 ms. */
function world(change: Partial<Record<keyof TestPorts, unknown>> = {}, tookMs = 40) {
  let time = START;
  const asked: string[] = [];
  const page = (id: string) => ({ items: [{ id }], total: 1, next: null });
  const answers: Record<keyof TestPorts, unknown> = {
    ping: ok({ tookMs, platformTime: null }),
    listProducts: ok(page("pump")),
    showProduct: ok({}),
    listDevices: ok(page("d1")),
    showDevice: ok({}),
    showShadow: ok([]),
    countDevices: ok(1),
    listGroups: ok(page("e495")),
    listGroupMembers: ok(page("d1")),
    listPackages: ok(page("p1")),
    showPackage: ok({}),
    listTasks: ok(page("t1")),
    showTask: ok({}),
    listTaskFiles: ok([]),
    ...change,
  };
  const called = Object.entries(answers).map(([name, answer]) => [
    name,
    vi.fn((...of: unknown[]) => {
      time += tookMs;
      asked.push(`${name} ${JSON.stringify(of)}`);
      return Promise.resolve(answer);
    }),
  ]);
  // Every port is there: the keys come from a record of all of them.
  const iotda: TestPorts = Object.fromEntries(called);
  const platformClock = () => Promise.resolve<string | null>(null);
  return { asked, deps: { iotda, now: () => time, platformClock } };
}

test("makes every reading call once, with what lists gave, and changes nothing", async () => {
  const { asked, deps } = world();
  const result = await testCalls(deps, SPACE, "ann@example.test");
  expect(result.calls.map(({ call }) => call)).toEqual(READ_CALLS);
  expect(result.calls.every(({ outcome }) => outcome.of === "answered" && outcome.tookMs === 40)).toBe(true);
  expect(asked).toHaveLength(READ_CALLS.length);
  expect(asked).toContain('showProduct [{"spaceId":"space","productId":"pump"}]');
  expect(asked).toContain('showTask [{"taskId":"t1","limit":1}]');
  expect(result).toMatchObject({ testedAt: "2026-03-02T08:00:00.000Z", by: "ann@example.test", space: "North" });
});

test("a call that fails keeps the platform's words, and the others are made all the same", async () => {
  const { deps } = world({ listDevices: fail(REFUSED) });
  const { calls } = await testCalls(deps, SPACE, "ann");
  expect(calls.find(({ call }) => call === "ListDevices")?.outcome).toEqual({
    of: "failed",
    tookMs: 40,
    failure: REFUSED,
  });
  expect(calls.find(({ call }) => call === "ShowDevice")?.outcome).toEqual({ of: "skipped", why: "nothing-there" });
  expect(calls.find(({ call }) => call === "ListBatchTaskFiles")?.outcome.of).toBe("answered");
});

test("where nobody answers, the others are not waited for, not even for the time", async () => {
  const { asked, deps } = world({ ping: fail(CUT) });
  const platformClock = vi.fn(() => Promise.resolve("2026-03-02T08:00:00.000Z"));
  const result = await testCalls({ ...deps, platformClock }, SPACE, "ann");
  expect(asked).toHaveLength(1);
  expect(result.calls.slice(1).every(({ outcome }) => outcome.of === "skipped" && outcome.why === "no-answer")).toBe(
    true,
  );
  expect(result.clockAheadMs).toBeNull();
  expect(platformClock).not.toHaveBeenCalled();
});

test("refused credentials keep neither the other calls nor the clocks from being looked at", async () => {
  const ping = fail({
    kind: "credentials",
    cause: "clock",
    status: 401,
    code: "APIGW.0303",
    message: "",
    requestId: null,
  });
  const { deps } = world({ ping });
  const platformClock = () => Promise.resolve("2026-03-02T07:40:00.000Z");
  const result = await testCalls({ ...deps, platformClock }, SPACE, "ann");
  expect(result.calls[1]?.outcome.of).toBe("answered");
  expect(result.clockAheadMs).toBeGreaterThan(20 * 60_000 - 1);
  expect(result.clockAheadMs).toBeLessThan(20 * 60_000 + 1_000);
});

test("without a resource space only the spaces are asked for", async () => {
  const { asked, deps } = world();
  const { calls, space } = await testCalls(deps, null, "ann");
  expect(asked).toHaveLength(1);
  expect(space).toBeNull();
  expect(calls[1]?.outcome).toEqual({ of: "skipped", why: "no-space" });
});

test("no call begins once the test has lasted too long", async () => {
  const { asked: within, deps: patient } = world({}, MAX_TEST_MS / 2);
  await testCalls(patient, SPACE, "ann");
  expect(within).toHaveLength(3);
  const { deps: late } = world({}, MAX_TEST_MS + 1);
  const { calls } = await testCalls(late, SPACE, "ann");
  expect(calls[1]?.outcome).toEqual({ of: "skipped", why: "no-time" });
});

test.each([
  [true, ok(4)],
  [false, fail(REFUSED)],
  [null, fail({ kind: "throttled", retryAfterMs: 1, requestId: null })],
])("that the platform searches is %s", async (searches, countDevices) => {
  const { deps } = world({ countDevices });
  expect((await testCalls(deps, SPACE, "ann")).searches).toBe(searches);
});
