import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { brokenAudit } from "@/lib/db/audit";
import type { OpenDatabase } from "@/lib/db/database";
import { observe } from "@/lib/db/observe";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { findSubmission } from "@/lib/db/submissions";
import { saveTargetSet } from "@/lib/db/target-sets";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import type { Failure } from "@/lib/failure";
import { createScene, putSubmission } from "../testing";
import { LEASE_MS, sendJob } from "./send";
import { settleJob } from "./settle";

const REFUSED: Failure = { kind: "refused", status: 400, code: "IOTDA.000006", message: "no", requestId: "r" };
const UNREACHABLE: Failure = { kind: "unreachable", host: "iotda", cause: "refused" };
const MINUTE = 60_000;

/** Lets a job run until it hangs on a call that never settles: the process is dead from there on. */
const untilItDies = (job: Promise<unknown>, calls: () => number) =>
  expect
    .poll(() => calls(), { interval: 5, timeout: 10_000 })
    .toBeGreaterThan(0)
    .then(() => void job);

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("sending on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let scene: ReturnType<typeof createScene>;
  const stateOf = async (id: string) => (await findSubmission(opened.database, id))?.state;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    scene = createScene(opened.database);
  });

  test("a submission becomes one task on the platform, with its name, and is sent", async () => {
    const id = await putSubmission(opened.database, scene);
    await sendJob(scene.worker())();
    await sendJob(scene.worker())();
    const created = scene.platform.callsOf("createTask");
    expect(created).toHaveLength(1);
    expect(created[0]?.detail).toMatchObject({ name: `night_rollout_${id.slice(0, 8)}`, type: "firmwareUpgrade" });
    expect(await stateOf(id)).toBe("sent");
    const [row] = await opened.database.select().from(tasks).where(eq(tasks.id, id));
    expect(row?.platformId).toBe([...scene.platform.tasks.keys()][0]);
    expect(scene.rung).toContain("monitor");
    expect(await brokenAudit(opened.database)).toBeNull();
  });

  test("what is sent is exactly the frozen list of devices", async () => {
    const deviceIds = Array.from({ length: 3_000 }, (_, index) => `pump-${index}`) as [string, ...string[]];
    const set = {
      id: crypto.randomUUID(),
      draftId: crypto.randomUUID(),
      source: "a.csv",
      savedBy: "a",
      savedAt: scene.iso(),
    };
    await saveTargetSet(opened.database, set, deviceIds);
    await putSubmission(opened.database, scene, { targets: { by: "devices", targetSetId: set.id } });
    await sendJob(scene.worker())();
    expect(scene.platform.callsOf("createTask")[0]?.detail).toMatchObject({ targets: { by: "devices", deviceIds } });
  });

  test("a task that the sweep took for a stranger's before its answer came is ours", async () => {
    const id = await putSubmission(opened.database, scene);
    const stranger = {
      ...scene.platform.create({ name: "changed_by_the_platform", type: "firmwareUpgrade" }),
      id: "2".padStart(24, "0"),
    };
    const reading = { spaceId: "space", at: scene.iso(), actor: "test", newId: () => crypto.randomUUID() };
    await observe(opened.database, [stranger], reading);
    await sendJob(scene.worker())();
    expect(await stateOf(id)).toBe("sent");
    const rows = await opened.database.select().from(tasks).where(eq(tasks.platformId, stranger.id));
    expect(rows).toMatchObject([{ id, ours: true }]);
  });

  test("two workers at once send it once", async () => {
    await putSubmission(opened.database, scene);
    await putSubmission(opened.database, scene);
    await Promise.all([sendJob(scene.worker("one"))(), sendJob(scene.worker("two"))()]);
    expect(scene.platform.callsOf("createTask")).toHaveLength(2);
    expect(new Set([...scene.platform.tasks.values()].map(({ name }) => name)).size).toBe(2);
  });

  test.each(["dies-before", "dies-after"] as const)(
    "a sender that %s the effect is never followed by a second call",
    async (when) => {
      const id = await putSubmission(opened.database, scene);
      scene.platform.trouble("createTask", when);
      await untilItDies(sendJob(scene.worker())(), () => scene.platform.callsOf("createTask").length);

      await sendJob(scene.worker("next"))();
      expect(await stateOf(id)).toBe("sending");
      scene.pass(LEASE_MS + 1);
      await sendJob(scene.worker("next"))();
      expect(await stateOf(id)).toBe("uncertain");
      for (let minute = 0; minute < 8; minute += 1) {
        scene.pass(MINUTE);
        await settleJob(scene.worker("next"))();
        await sendJob(scene.worker("next"))();
      }
      expect(scene.platform.callsOf("createTask")).toHaveLength(1);
      const after = await findSubmission(opened.database, id);
      if (when === "dies-after") expect(after).toMatchObject({ state: "sent" });
      else expect(after).toMatchObject({ state: "uncertain", givenUpAt: expect.any(String) });
    },
  );

  test("a sender that died before its attempt was written down is followed by another, which sends", async () => {
    const id = await putSubmission(opened.database, scene);
    await opened.database
      .update(submissions)
      .set({ leaseUntil: new Date(scene.now() + LEASE_MS).toISOString() })
      .where(eq(submissions.id, id));
    await sendJob(scene.worker())();
    expect(scene.platform.callsOf("createTask")).toHaveLength(0);
    scene.pass(LEASE_MS + 1);
    await sendJob(scene.worker())();
    expect(await stateOf(id)).toBe("sent");
  });

  test("the task was created and its answer lost: it is found and sent, and nothing is created again", async () => {
    const id = await putSubmission(opened.database, scene);
    scene.platform.trouble("createTask", "dropped");
    await sendJob(scene.worker())();
    expect(await stateOf(id)).toBe("uncertain");
    expect(scene.rung).toContain("settle");
    scene.pass(3_000);
    await settleJob(scene.worker())();
    expect(await stateOf(id)).toBe("sent");
    expect(scene.platform.tasks.size).toBe(1);
  });

  test.each<[string, Failure]>([
    ["refused", REFUSED],
    ["credentials", { ...REFUSED, kind: "credentials", cause: "keys" }],
    ["missing", { kind: "missing", what: "package" }],
  ])("%s is told and not tried again", async (_, failure) => {
    const id = await putSubmission(opened.database, scene);
    scene.platform.trouble("createTask", failure);
    await sendJob(scene.worker())();
    scene.pass(10 * MINUTE);
    await sendJob(scene.worker())();
    expect(await findSubmission(opened.database, id)).toMatchObject({ state: "refused", failure });
    expect(scene.platform.callsOf("createTask")).toHaveLength(1);
  });

  test("nothing left us: it is tried again by itself, not before its pause", async () => {
    const id = await putSubmission(opened.database, scene);
    scene.platform.trouble("createTask", UNREACHABLE, { kind: "throttled", retryAfterMs: 20_000, requestId: null });
    expect(await sendJob(scene.worker())()).toBe(1_000);
    expect(await findSubmission(opened.database, id)).toMatchObject({ state: "sending", failure: UNREACHABLE });
    await sendJob(scene.worker())();
    expect(scene.platform.callsOf("createTask")).toHaveLength(1);
    scene.pass(1_000);
    expect(await sendJob(scene.worker())()).toBe(20_000);
    scene.pass(20_000);
    await sendJob(scene.worker())();
    expect(await stateOf(id)).toBe("sent");
    expect(scene.platform.tasks.size).toBe(1);
  });

  test("a start that has passed while the platform was away is not sent", async () => {
    const startsAt = new Date(scene.now() + MINUTE).toISOString();
    const id = await putSubmission(opened.database, scene, { startsAt });
    scene.pass(2 * MINUTE);
    await sendJob(scene.worker())();
    expect(scene.platform.callsOf("createTask")).toHaveLength(0);
    expect(await findSubmission(opened.database, id)).toMatchObject({
      state: "refused",
      failure: { kind: "invalid", issues: [{ path: "schedule.date", message: "start-past" }] },
    });
  });

  describe("a person said send again", () => {
    const askAgain = (id: string) =>
      opened.database
        .update(submissions)
        .set({ state: "sending", attempts: 1, lookFirst: true, attemptedAt: null })
        .where(eq(submissions.id, id));

    test("it is looked for once more, and sent under the same name when it is not there", async () => {
      const id = await putSubmission(opened.database, scene);
      await askAgain(id);
      await sendJob(scene.worker())();
      expect(scene.platform.callsOf("listTasks")).toHaveLength(1);
      expect([...scene.platform.tasks.values()].map(({ name }) => name)).toEqual([`night_rollout_${id.slice(0, 8)}`]);
      expect(await stateOf(id)).toBe("sent");
    });

    test("it is not sent when it turned up meanwhile", async () => {
      const id = await putSubmission(opened.database, scene);
      scene.platform.create({ name: `night_rollout_${id.slice(0, 8)}`, type: "firmwareUpgrade" });
      await askAgain(id);
      await sendJob(scene.worker())();
      expect(scene.platform.callsOf("createTask")).toHaveLength(0);
      expect(await stateOf(id)).toBe("sent");
    });

    test("it is not sent while the platform does not answer the look", async () => {
      const id = await putSubmission(opened.database, scene);
      await askAgain(id);
      scene.platform.trouble("listTasks", UNREACHABLE);
      await sendJob(scene.worker())();
      expect(scene.platform.callsOf("createTask")).toHaveLength(0);
      expect(await findSubmission(opened.database, id)).toMatchObject({ state: "sending", lookFirst: true });
    });
  });
});
