import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { brokenAudit } from "@/lib/db/audit";
import type { OpenDatabase } from "@/lib/db/database";
import { audit } from "@/lib/db/schema/audit";
import { submissions } from "@/lib/db/schema/submissions";
import { findSubmission } from "@/lib/db/submissions";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import type { Failure } from "@/lib/failure";
import { MISSED_AFTER_MS } from "@/lib/tasks/schedule";
import { createScene, putSubmission } from "../testing";
import { LEASE_MS, sendJob } from "./send";
import { settleJob } from "./settle";

const UNREACHABLE: Failure = { kind: "unreachable", host: "iotda", cause: "refused" };
const HOUR = 3_600_000;
const MINUTE = 60_000;

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("held starts on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let scene: ReturnType<typeof createScene>;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    scene = createScene(opened.database);
  });

  async function held(inMs = HOUR): Promise<string> {
    const id = await putSubmission(opened.database, scene);
    const holdUntil = new Date(scene.now() + inMs).toISOString();
    await opened.database.update(submissions).set({ state: "held", holdUntil }).where(eq(submissions.id, id));
    return id;
  }
  const send = (holder?: string) => sendJob(scene.worker(holder))();
  const stateOf = async (id: string) => (await findSubmission(opened.database, id))?.state;
  const created = () => scene.platform.callsOf("createTask").length;
  const events = async () => (await opened.database.select().from(audit).orderBy(audit.seq)).map(({ event }) => event);

  test("nothing is sent before its hour; at its hour it is sent at once, with no start of its own", async () => {
    const id = await held(10_000);
    expect(await send()).toBe(10_000);
    scene.pass(9_999);
    expect(await send()).toBe(1);
    expect(created()).toBe(0);
    scene.pass(1);
    await send();
    expect(await stateOf(id)).toBe("sent");
    expect(scene.platform.callsOf("createTask")[0]?.detail).toMatchObject({ schedule: { startsAt: null } });
    expect(await events()).toEqual(["task.due", "task.sent"]);
    expect(await brokenAudit(opened.database)).toBeNull();
  });

  test("with the console off at its hour nothing is sent late by itself, however long it runs after that", async () => {
    const id = await held();
    scene.pass(HOUR + MISSED_AFTER_MS + 1);
    for (let turn = 0; turn < 5; turn += 1) {
      await send();
      scene.pass(HOUR);
    }
    expect(await stateOf(id)).toBe("missed");
    expect(created()).toBe(0);
    expect(await events()).toEqual(["task.missed"]);
  });

  test("a console that is back within five minutes still sends it", async () => {
    const id = await held();
    scene.pass(HOUR + MISSED_AFTER_MS);
    await send();
    expect(await stateOf(id)).toBe("sent");
  });

  test("a platform that does not answer until five minutes after the hour: it is missed, with what it said last", async () => {
    const id = await held();
    scene.pass(HOUR);
    scene.platform.trouble("createTask", ...Array.from({ length: 100 }, () => UNREACHABLE));
    for (let minute = 0; minute < 8; minute += 1) {
      await send();
      scene.pass(MINUTE);
    }
    expect(await findSubmission(opened.database, id)).toMatchObject({ state: "missed", failure: UNREACHABLE });
    const before = created();
    scene.platform.trouble("createTask");
    scene.pass(24 * HOUR);
    await send();
    expect(created()).toBe(before);
    expect(scene.platform.tasks.size).toBe(0);
    expect((await events()).at(-1)).toBe("task.missed");
  });

  test("a sender killed after its hour came is followed by another, in time or not at all", async () => {
    const [first, second] = [await held(), await held()];
    scene.pass(HOUR);
    const lapses = new Date(scene.now() + LEASE_MS).toISOString();
    const taken = { state: "sending", leaseUntil: lapses } as const;
    await opened.database.update(submissions).set(taken);
    await opened.database
      .update(submissions)
      .set({ leaseUntil: new Date(scene.now() + MISSED_AFTER_MS + 1).toISOString() })
      .where(eq(submissions.id, second));
    scene.pass(LEASE_MS);
    await send("next");
    expect([await stateOf(first), await stateOf(second)]).toEqual(["sent", "sending"]);
    scene.pass(MISSED_AFTER_MS + 1 - LEASE_MS);
    await send("next");
    expect(await stateOf(second)).toBe("missed");
    expect(created()).toBe(1);
  });

  test("a sender killed in its call leaves it uncertain, however late it is: it is looked for, not missed", async () => {
    const id = await held();
    scene.pass(HOUR);
    scene.platform.trouble("createTask", "dies-after");
    void send();
    await expect.poll(created, { interval: 5, timeout: 10_000 }).toBe(1);
    scene.pass(MISSED_AFTER_MS + LEASE_MS);
    await send("next");
    expect(await stateOf(id)).toBe("uncertain");
    await settleJob(scene.worker("next"))();
    expect(await stateOf(id)).toBe("sent");
    expect(scene.platform.tasks.size).toBe(1);
  });

  test("two workers release and send it once", async () => {
    await held();
    await held();
    scene.pass(HOUR);
    await Promise.all([send("one"), send("two")]);
    await send("one");
    expect(scene.platform.tasks.size).toBe(2);
    expect(created()).toBe(2);
  });
});
