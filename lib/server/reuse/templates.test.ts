import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { audit } from "@/lib/db/schema/audit";
import { targetSets } from "@/lib/db/schema/target-sets";
import { templates } from "@/lib/db/schema/templates";
import { listTemplates } from "@/lib/db/templates";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import { MAX_TEMPLATE_NAME, MAX_TEMPLATES } from "@/lib/tasks/origin";
import { discardDraft } from "../intake/drafting";
import { failureOf } from "../intake/testing";
import type { ReuseDeps } from "./deps";
import * as schemas from "./schemas";
import { deleteTemplate, fromTemplate, renameTemplate, saveTemplate } from "./templates";
import { BOB, createWorld, upgrade } from "./testing";

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("templates on $driver", ({ open }) => {
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
  const listed = () => listTemplates(opened.database, "north", MAX_TEMPLATES);

  test("a template keeps what a task asked for but for what is left open, and each use is a draft of its own", async () => {
    const taskId = await world.sent("firmwareUpgrade", upgrade());
    const { id } = await saveTemplate(deps, { taskId, name: "Nightly", open: ["what", "title"] }, BOB);
    expect(await listed()).toMatchObject([
      { id, name: "Nightly", type: "firmwareUpgrade", open: ["what", "title"], devices: null, used: 0 },
    ]);
    const made = await fromTemplate(deps, { templateId: id }, BOB);
    const draft = await world.draftOf(made);
    expect(draft).toMatchObject({
      state: "draft",
      content: {
        title: "",
        packageId: "",
        gatewayMode: false,
        targets: { by: "groups", groupIds: ["e495cf17"] },
        schedule: { retry: { count: 4 } },
      },
      origin: { from: "template", id, title: "Nightly", notes: ["open-fields"] },
    });
    const again = await fromTemplate(deps, { templateId: id }, BOB);
    expect(again.draftId).not.toBe(made.draftId);
    expect(await listed()).toMatchObject([{ used: 2 }]);
  });

  test("its list is kept with it and copied into each draft, so that a discarded draft takes nothing away", async () => {
    const taskId = await world.sent("firmwareUpgrade", upgrade(), ["d1", "d2"]);
    const { id } = await saveTemplate(deps, { taskId, name: "Two", open: [] }, BOB);
    expect(await listed()).toMatchObject([{ devices: 2 }]);
    const { draftId } = await fromTemplate(deps, { templateId: id }, BOB);
    await discardDraft(deps, draftId);
    const draft = await world.draftOf(await fromTemplate(deps, { templateId: id }, BOB));
    expect(await world.idsOf(draft)).toEqual(["d1", "d2"]);
    expect(draft.origin).toMatchObject({ devices: { count: 2 }, notes: [] });
    await deleteTemplate(deps, { templateId: id }, BOB);
    expect(await opened.database.select().from(targetSets).where(eq(targetSets.draftId, id))).toEqual([]);
    expect(await world.idsOf(draft)).toEqual(["d1", "d2"]);
  });

  test("a list that is left open is not kept", async () => {
    const taskId = await world.sent("firmwareUpgrade", upgrade(), ["d1"]);
    const { id } = await saveTemplate(deps, { taskId, name: "Open", open: ["targets"] }, BOB);
    const draft = await world.draftOf(await fromTemplate(deps, { templateId: id }, BOB));
    expect(draft.targetSet).toBeNull();
    expect(draft.content).toMatchObject({ targets: { by: "groups", groupIds: [] } });
  });

  test("it can be renamed and deleted, each with an audit row; then it is missing", async () => {
    const taskId = await world.sent("firmwareUpgrade", upgrade());
    const { id } = await saveTemplate(deps, { taskId, name: "Old", open: [] }, BOB);
    await renameTemplate(deps, { templateId: id, name: "New" }, BOB);
    expect(await listed()).toMatchObject([{ name: "New" }]);
    await deleteTemplate(deps, { templateId: id }, BOB);
    expect(await listed()).toEqual([]);
    const rows = await opened.database
      .select()
      .from(audit)
      .where(eq(audit.subject, `template:${id}`));
    expect(rows).toMatchObject([
      { event: "template.saved", detail: { name: "Old", of: taskId } },
      { event: "template.renamed", detail: { was: "Old", name: "New" } },
      { event: "template.deleted", detail: { was: "New" } },
    ]);
    for (const templateId of [id, randomUUID()])
      for (const run of [fromTemplate, deleteTemplate])
        expect(await failureOf(run(deps, { templateId }, BOB))).toEqual({ kind: "missing", what: "template" });
  });

  test("a space has 200 templates and not one more, while another space has room", async () => {
    const taskId = await world.sent("firmwareUpgrade", upgrade());
    const { id } = await saveTemplate(deps, { taskId, name: "First", open: [] }, BOB);
    const [first] = await opened.database.select().from(templates).where(eq(templates.id, id));
    if (first === undefined) throw new Error("It was just saved");
    const more = Array.from({ length: MAX_TEMPLATES - 2 }, () => ({ ...first, id: randomUUID() }));
    await opened.database.insert(templates).values([...more, { ...first, id: randomUUID(), spaceId: "south" }]);
    await saveTemplate(deps, { taskId, name: "The last", open: [] }, BOB);
    expect(await failureOf(saveTemplate(deps, { taskId, name: "Too many", open: [] }, BOB))).toMatchObject({
      issues: [{ message: "templates-many", values: { most: MAX_TEMPLATES } }],
    });
    expect(await listed()).toHaveLength(MAX_TEMPLATES);
  });
});

test("a name has 1 to 100 characters", () => {
  const named = (name: string) => schemas.renameTemplate.safeParse({ templateId: randomUUID(), name }).success;
  expect([named("a"), named("a".repeat(MAX_TEMPLATE_NAME))]).toEqual([true, true]);
  expect([named("  "), named("a".repeat(MAX_TEMPLATE_NAME + 1))]).toEqual([false, false]);
});
