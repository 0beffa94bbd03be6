import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { leases } from "@/lib/db/schema/platform-link";
import { findSubmission } from "@/lib/db/submissions";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import { startInside } from "./inside";
import { createScene, putSubmission, putTask } from "./testing";

/** A machine with other work takes its time. */
const PATIENT = { timeout: 10_000 };

describe.each(testDrivers(undefined))("the worker on $driver", ({ open }) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyDatabase(opened));

  test("a ring wakes the sender at once, a stop ends every job and gives up what it held", async () => {
    const scene = createScene(opened.database);
    await putTask(opened.database, scene);
    const deps = scene.worker();
    const worker = await startInside({ ...deps, embedded: true });
    await expect.poll(() => scene.platform.callsOf("listTasks").length, PATIENT).toBeGreaterThan(0);
    const id = await putSubmission(opened.database, scene);
    deps.bell.ring("send");
    await expect.poll(async () => (await findSubmission(opened.database, id))?.state, PATIENT).toBe("sent");
    await worker.stop();
    expect(await opened.database.select().from(leases)).toEqual([]);
  });

  test("after a kill the embedded database's worker goes on at once: nobody else can hold a claim", async () => {
    const scene = createScene(opened.database);
    const id = await putSubmission(opened.database, scene);
    scene.platform.trouble("createTask", "dies-after");
    const dead = await startInside({ ...scene.worker(), embedded: true });
    await expect.poll(() => scene.platform.callsOf("createTask").length, PATIENT).toBe(1);
    void dead.stop();

    scene.pass(3_000);
    const next = await startInside({ ...scene.worker(), embedded: true });
    await expect.poll(async () => (await findSubmission(opened.database, id))?.state, PATIENT).toBe("sent");
    expect(scene.platform.callsOf("createTask")).toHaveLength(1);
    await next.stop();
  });
});
