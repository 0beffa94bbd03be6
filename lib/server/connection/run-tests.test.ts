import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { audit } from "@/lib/db/schema/audit";
import { testDrivers } from "@/lib/db/testing";
import type { ConnectionTest } from "@/lib/fleet/connection";
import { APART_MS, auditTest, createTestDesk, KEPT_MS } from "./run-tests";

const RESULT: ConnectionTest = {
  testedAt: "2026-03-02T08:00:00.000Z",
  by: "ann@example.test",
  space: "North",
  calls: [
    { call: "ShowApplications", outcome: { of: "answered", tookMs: 4 } },
    { call: "ListDevices", outcome: { of: "failed", tookMs: 4, failure: { kind: "forbidden" } } },
    { call: "ShowDevice", outcome: { of: "skipped", why: "nothing-there" } },
  ],
  clockAheadMs: null,
  searches: null,
};
const NORTH = { id: "north", name: "North" };
const SOUTH = { id: "south", name: "South" };

function desk() {
  let time = 0;
  const run = vi.fn(() => Promise.resolve(RESULT));
  return { ...createTestDesk({ now: () => time }), test: run, wait: (ms: number) => (time += ms) };
}

test("a result stands for a minute, however often it is asked for", async () => {
  const { run, test: made, last, wait } = desk();
  await Promise.all([run(NORTH, made), run(NORTH, made)]);
  wait(KEPT_MS - 1);
  await run(NORTH, made);
  expect(made).toHaveBeenCalledTimes(1);
  expect(await last(NORTH)).toEqual(RESULT);
  wait(1);
  expect(await last(NORTH)).toBeNull();
  await run(NORTH, made);
  expect(made).toHaveBeenCalledTimes(2);
});

test("two spaces are not tested within ten seconds of each other", async () => {
  const { run, test: made, wait } = desk();
  await run(NORTH, made);
  wait(APART_MS - 1);
  await expect(run(SOUTH, made)).rejects.toMatchObject({ failure: { kind: "throttled", retryAfterMs: 1 } });
  wait(1);
  await run(SOUTH, made);
  expect(made).toHaveBeenCalledTimes(2);
});

let opened: OpenDatabase;
beforeAll(async () => {
  const [driver] = testDrivers(undefined);
  if (driver === undefined) throw new Error("There is always the embedded database");
  opened = await driver.open();
});
afterAll(() => opened.close());

test("who had the platform tested is written down, with what failed", async () => {
  const ann = { id: "1", email: "ann@example.test", name: "Ann", role: "viewer" } as const;
  await auditTest(opened.database, RESULT, ann);
  expect(await opened.database.select().from(audit)).toMatchObject([
    {
      actor: "ann@example.test",
      event: "connection.tested",
      subject: "connection",
      detail: { space: "North", failed: ["ListDevices"], skipped: ["ShowDevice"] },
    },
  ]);
});
