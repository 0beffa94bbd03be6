import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { readLinkHealth, readSpaces } from "@/lib/db/platform-link";
import { taskSnapshots, tasks } from "@/lib/db/schema/tasks";
import { findSubmission } from "@/lib/db/submissions";
import { findTask } from "@/lib/db/tasks";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import type { Failure } from "@/lib/failure";
import { createScene, putSubmission, putTask } from "../testing";
import { discoverJob } from "./discover";
import { monitorJob } from "./monitor";

const AWAY: Failure = { kind: "unreachable", host: "iotda", cause: "timeout" };

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("watching on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let scene: ReturnType<typeof createScene>;
  const snapshots = () => opened.database.select().from(taskSnapshots).orderBy(taskSnapshots.id);
  const platformId = () => [...scene.platform.tasks.keys()][0] ?? "";

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    scene = createScene(opened.database);
  });

  test("nothing active: the platform is not asked", async () => {
    await monitorJob(scene.worker())();
    expect(scene.platform.order()).toEqual([]);
  });

  test("one list an active type; a snapshot only when something changed, the time of reading always", async () => {
    const id = await putTask(opened.database, scene);
    const monitor = monitorJob(scene.worker());
    await monitor();
    scene.platform.move(platformId(), "Processing", { waiting: 1, succeeded: 1 });
    scene.pass(2_000);
    await monitor();
    scene.pass(2_000);
    await monitor();
    expect(scene.platform.order()).toEqual(["listTasks", "listTasks", "listTasks"]);
    expect((await snapshots()).map(({ waiting, succeeded }) => [waiting, succeeded])).toEqual([
      [2, null],
      [1, 1],
    ]);
    expect(await findTask(opened.database, id)).toMatchObject({ readAt: scene.iso(), succeeded: 1, final: false });
    expect(await readLinkHealth(opened.database)).toMatchObject({ lastReadAt: scene.iso(), failure: null });
  });

  test("it is asked again when its pace says so, not sooner", async () => {
    await putTask(opened.database, scene);
    const monitor = monitorJob(scene.worker());
    expect(await monitor()).toBe(1_500);
    scene.pass(1_499);
    await monitor();
    expect(scene.platform.order()).toHaveLength(1);
    scene.pass(1);
    expect(await monitor()).toBe(3_000);
  });

  test("a task that ends keeps its last numbers and when it ended, and is left alone", async () => {
    const id = await putTask(opened.database, scene);
    const monitor = monitorJob(scene.worker());
    await monitor();
    scene.platform.move(platformId(), "PartialSuccess", { waiting: 0, succeeded: 1, failed: 1 });
    scene.pass(2_000);
    await monitor();
    expect(await findTask(opened.database, id)).toMatchObject({ final: true, finishedAt: scene.iso(), failed: 1 });
    scene.pass(60_000);
    await monitor();
    expect(scene.platform.order()).toHaveLength(2);
  });

  test("a final task that is watched after an action comes to life again", async () => {
    const id = await putTask(opened.database, scene);
    scene.platform.move(platformId(), "Fail");
    await monitorJob(scene.worker())();
    await opened.database
      .update(tasks)
      .set({ watchUntil: new Date(scene.now() + 60_000).toISOString() })
      .where(eq(tasks.id, id));
    scene.platform.move(platformId(), "Processing");
    scene.pass(5_000);
    await monitorJob(scene.worker())();
    expect(await findTask(opened.database, id)).toMatchObject({ final: false, finishedAt: null, status: "Processing" });
  });

  test("a task beyond the first page is read by itself; one that is gone is marked so", async () => {
    const id = await putTask(opened.database, scene);
    const own = platformId();
    for (let other = 0; other < 60; other += 1) scene.platform.create({ name: `n${other}`, type: "firmwareUpgrade" });
    await monitorJob(scene.worker())();
    expect(scene.platform.callsOf("showTask").map(({ detail }) => detail)).toEqual([
      { taskId: own, deviceId: undefined },
    ]);
    scene.platform.tasks.delete(own);
    scene.pass(5_000);
    await monitorJob(scene.worker())();
    expect((await findTask(opened.database, id))?.goneAt).toBe(scene.iso());
  });

  test("a platform that is away changes no number, is told, and does not stop the watching", async () => {
    const id = await putTask(opened.database, scene);
    const monitor = monitorJob(scene.worker());
    await monitor();
    const before = await findTask(opened.database, id);
    scene.pass(2_000);
    scene.platform.trouble("listTasks", AWAY);
    await monitor();
    expect(await findTask(opened.database, id)).toEqual(before);
    expect(await readLinkHealth(opened.database)).toMatchObject({ failure: AWAY, lastReadAt: before?.readAt });
    scene.pass(10_000);
    await monitor();
    expect((await readLinkHealth(opened.database)).failure).toBeNull();
  });

  test("missing counters and unknown words are kept as they are", async () => {
    const id = await putTask(opened.database, scene);
    const task = scene.platform.tasks.get(platformId());
    if (task !== undefined) scene.platform.tasks.set(task.id, { ...task, status: { known: null, raw: "Paused" } });
    await monitorJob(scene.worker())();
    expect(await findTask(opened.database, id)).toMatchObject({ status: "Paused", removed: null, final: false });
  });

  test("of two workers one watches", async () => {
    await putTask(opened.database, scene);
    await Promise.all([monitorJob(scene.worker("one"))(), monitorJob(scene.worker("two"))()]);
    expect(scene.platform.order()).toEqual(["listTasks"]);
  });

  test("the sweep adopts tasks made elsewhere, once", async () => {
    scene.platform.create({ name: "made_elsewhere", type: "createMessages" });
    await discoverJob(scene.worker())();
    await discoverJob(scene.worker())();
    expect(await opened.database.select().from(tasks)).toMatchObject([
      { ours: false, title: "made_elsewhere", type: "createMessages", spaceId: "space", owner: null, finishedAt: null },
    ]);
    expect(await snapshots()).toHaveLength(1);
    expect(await readSpaces(opened.database)).toHaveLength(1);
  });

  test("a task that carries our submission's name is that submission's, not a stranger", async () => {
    const id = await putSubmission(opened.database, scene);
    const task = scene.platform.create({ name: `night_rollout_${id.slice(0, 8)}`, type: "firmwareUpgrade" });
    await discoverJob(scene.worker())();
    expect(await opened.database.select().from(tasks)).toMatchObject([{ id, ours: true, platformId: task.id }]);
    expect((await findSubmission(opened.database, id))?.state).toBe("sent");
  });

  test("the sweep says what is wrong and comes back soon", async () => {
    scene.platform.trouble("listTasks", AWAY);
    expect(await discoverJob(scene.worker())()).toBe(15_000);
    expect((await readLinkHealth(opened.database)).failure).toEqual(AWAY);
    expect(await discoverJob(scene.worker())()).toBe(300_000);
  });
});
