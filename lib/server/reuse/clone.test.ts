import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { audit } from "@/lib/db/schema/audit";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import { listDrafts } from "../intake/drafting";
import { failureOf } from "../intake/testing";
import { cloneTask } from "./clone";
import type { ReuseDeps } from "./deps";
import { BOB, createWorld, schedule, upgrade } from "./testing";

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("cloning on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let world: ReturnType<typeof createWorld>;
  let deps: ReuseDeps;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    world = createWorld(opened);
    deps = world.deps;
  });

  test("a clone asks for the same, and nothing is sent", async () => {
    const id = await world.sent("firmwareUpgrade", upgrade());
    const made = await cloneTask(deps, { taskId: id }, BOB);
    const draft = await world.draftOf(made);
    expect(made.type).toBe("firmwareUpgrade");
    expect(draft).toMatchObject({ state: "draft", revision: 1, step: "what", spaceId: "north", content: upgrade() });
    expect(draft.origin).toEqual({
      from: "clone",
      id,
      title: "Night rollout",
      devices: null,
      notes: [],
      versions: [],
    });
    expect(await listDrafts(opened.database, "north", 10)).toMatchObject([{ id: made.draftId }]);
    expect(await opened.database.select().from(tasks)).toHaveLength(1);
    const [, prepared] = await opened.database.select().from(audit);
    expect(prepared).toMatchObject({ event: "draft.prepared", actor: BOB.email, subject: `draft:${made.draftId}` });
  });

  test("its list is a copy that outlives the one it was made from, and no other list is named", async () => {
    const id = await world.sent("firmwareUpgrade", upgrade(), ["d1", "d2"]);
    const draft = await world.draftOf(await cloneTask(deps, { taskId: id }, BOB));
    expect(await world.idsOf(draft)).toEqual(["d1", "d2"]);
    const [before] = await opened.database.select().from(submissions).where(eq(submissions.id, id));
    expect(draft.targetSet?.id).not.toBe(before?.targetSetId);
    expect(draft.targetSet?.source).toBe("Night rollout");
    expect(draft.content).not.toHaveProperty("otherTargets");
    expect(draft.origin?.devices).toEqual({ count: 2, which: "all" });
  });

  test("an hour that was meant for one task is not taken over, and that is said", async () => {
    const at = { ...schedule, start: "at", keeper: "console", date: "2026-03-05", time: "01:00" };
    const id = await world.sent("firmwareUpgrade", upgrade({ schedule: at }));
    const draft = await world.draftOf(await cloneTask(deps, { taskId: id }, BOB));
    expect(draft.content).toMatchObject({
      schedule: { start: "now", keeper: "platform", date: "", time: "", zone: "UTC", retry: { count: 4 } },
    });
    expect(draft.origin?.notes).toEqual(["start-dropped"]);
  });

  test("a task made elsewhere gives what the platform echoes, and is marked", async () => {
    const id = await world.elsewhere({ groupIds: ["e495"], packageIds: ["p24"], retry: { count: 1, everyMinutes: 3 } });
    const draft = await world.draftOf(await cloneTask(deps, { taskId: id }, BOB));
    expect(draft.content).toMatchObject({
      title: "fw_2_4",
      packageId: "p24",
      targets: { by: "groups", groupIds: ["e495"] },
      schedule: { start: "now", retry: { on: true, count: 1, everyMinutes: 3 } },
    });
    expect(draft.origin?.notes).toEqual(["made-elsewhere"]);
  });

  test("what the platform does not echo is left blank, and said", async () => {
    const id = await world.elsewhere({});
    const draft = await world.draftOf(await cloneTask(deps, { taskId: id }, BOB));
    expect(draft.content).toMatchObject({ packageId: "", targets: { by: "groups", groupIds: [] } });
    expect(draft.origin?.notes).toEqual(["made-elsewhere", "devices-not-told", "what-not-told"]);
  });

  test("a type that this instance does not offer makes no draft", async () => {
    const id = await world.sent("firmwareUpgrade", upgrade());
    const failure = await failureOf(cloneTask({ ...deps, offered: ["freezeDevices"] }, { taskId: id }, BOB));
    expect(failure).toMatchObject({ kind: "invalid", issues: [{ message: "type-not-offered" }] });
    expect(await opened.database.select().from(submissions)).toHaveLength(1);
  });

  test("a task that is not there is missing", async () => {
    for (const id of [randomUUID(), "no-id"])
      expect(await failureOf(cloneTask(deps, { taskId: id }, BOB))).toEqual({ kind: "missing", what: "task" });
  });
});
