import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { submissions } from "@/lib/db/schema/submissions";
import { findSubmission } from "@/lib/db/submissions";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import { createScene, putSubmission } from "../testing";
import { sendJob } from "./send";
import { settleJob } from "./settle";

const MINUTE = 60_000;
const AWAY = { kind: "unreachable", host: "iotda", cause: "timeout" } as const;

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("settling on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let scene: ReturnType<typeof createScene>;
  let id: string;
  const look = () => settleJob(scene.worker())();
  const submission = async () => {
    const found = await findSubmission(opened.database, id);
    if (found === null) throw new Error("lost");
    return found;
  };

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    scene = createScene(opened.database);
    id = await putSubmission(opened.database, scene);
    scene.platform.trouble("createTask", { kind: "uncertain", operation: "CreateBatchTask" });
    await sendJob(scene.worker())();
  });

  test("it is looked for at its times for five minutes, then left to a person, and never sent by itself", async () => {
    for (const until = scene.now() + 10 * MINUTE; scene.now() < until; ) scene.pass(Math.max(1, await look()));
    expect(scene.platform.callsOf("listTasks")).toHaveLength(11);
    expect(await submission()).toMatchObject({ state: "uncertain", looks: 11, nextLookAt: null });
    expect(Date.parse((await submission()).givenUpAt ?? "")).toBe(
      Date.parse((await submission()).attemptedAt ?? "") + 5 * MINUTE,
    );
    await sendJob(scene.worker())();
    expect(scene.platform.callsOf("createTask")).toHaveLength(1);
  });

  test("a look that the platform did not answer is made again and does not count", async () => {
    scene.pass(2_000);
    scene.platform.trouble("listTasks", AWAY);
    await look();
    expect(await submission()).toMatchObject({ looks: 0, lastLookAt: null, givenUpAt: null });
    scene.pass(10_000);
    await look();
    expect(await submission()).toMatchObject({ looks: 1, lastLookAt: scene.iso() });
  });

  test("a platform that is away for an hour does not make us give up unseen", async () => {
    scene.platform.trouble("listTasks", ...Array.from({ length: 60 }, () => AWAY));
    for (let asked = 0; asked < 60; asked += 1) {
      scene.pass(MINUTE);
      await look();
    }
    expect((await submission()).givenUpAt).toBeNull();
    scene.platform.create({ name: (await submission()).taskName ?? "", type: "firmwareUpgrade" });
    scene.pass(10_000);
    await look();
    expect((await submission()).state).toBe("sent");
  });

  test("it is found behind many newer tasks", async () => {
    scene.platform.create({ name: (await submission()).taskName ?? "", type: "firmwareUpgrade" });
    for (let other = 0; other < 120; other += 1) scene.platform.create({ name: `n${other}`, type: "firmwareUpgrade" });
    scene.pass(2_000);
    await look();
    expect(scene.platform.callsOf("listTasks")).toHaveLength(3);
    expect((await submission()).state).toBe("sent");
  });

  test("two workers look once", async () => {
    scene.pass(2_000);
    await Promise.all([settleJob(scene.worker("one"))(), settleJob(scene.worker("two"))()]);
    expect(scene.platform.callsOf("listTasks")).toHaveLength(1);
  });

  test("one that was discarded is not looked for any more", async () => {
    await opened.database.update(submissions).set({ state: "cancelled" }).where(eq(submissions.id, id));
    scene.pass(MINUTE);
    await look();
    expect(scene.platform.callsOf("listTasks")).toHaveLength(0);
    expect((await submission()).state).toBe("cancelled");
  });
});
