import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Operator } from "@/lib/access/permissions";
import { brokenAudit } from "@/lib/db/audit";
import type { OpenDatabase } from "@/lib/db/database";
import { audit } from "@/lib/db/schema/audit";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { readDeviceIds } from "@/lib/db/target-sets";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import type { ServerDeps } from "./deps";
import { createDraft, saveDraft } from "./drafting";
import { cancelHeld, moveHeld } from "./held";
import { type Labels, submitDraft } from "./submit";
import { putTargets } from "./targets";
import { failureOf, testDeps } from "./testing";

const NOW = Date.parse("2026-03-02T08:00:00.000Z");
const ANN: Operator = { id: "1", email: "ann@example.test", name: "Ann", role: "operator" };
const labels: Labels = {
  package: (_, id) => Promise.resolve(id),
  groups: () => Promise.reject(new Error("the platform is away")),
};

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("a list too long for one task on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let deps: ServerDeps;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    deps = testDeps(opened.database, () => NOW);
  });

  async function drafted(count: number, start: object = { start: "now" }) {
    const { id } = await createDraft(deps, { type: "deleteDevices", spaceId: "space" }, ANN);
    const ids = Array.from({ length: count }, (_, index) => `pump-${index}`);
    const set = await putTargets(deps, { draftId: id, source: "pumps.csv", body: ids.join("\n") }, ANN);
    const retry = { on: false, count: 1, everyMinutes: 1 };
    const schedule = { date: "", time: "", zone: "UTC", ...start, retry };
    const content = { title: "Old pumps", targets: { by: "devices", targetSetId: set.id }, schedule };
    const { revision } = await saveDraft(deps, { id, revision: 0, step: "review", content });
    return { id, revision };
  }
  const submit = (draft: { id: string; revision: number }) => submitDraft(deps, labels, draft, ANN);
  const parts = () => opened.database.select().from(submissions).orderBy(asc(submissions.part));
  const tomorrow = { start: "at", date: "2026-03-03", time: "08:00" };

  test("30,000 devices are one task", async () => {
    await submit(await drafted(30_000));
    expect(await parts()).toMatchObject([{ familyId: null, part: null, title: "Old pumps" }]);
  });

  test("one more is two tasks, each with its own list, name and audit row, none left out and none twice", async () => {
    const draft = await drafted(60_001);
    const [one, two] = await Promise.all([submit(draft), submit(draft)]);
    expect([one, two]).toEqual([{ taskId: draft.id }, { taskId: draft.id }]);
    const found = await parts();
    expect(found.map(({ title, part, parts: of, familyId, state }) => [title, part, of, familyId, state])).toEqual([
      ["Old pumps 1/3", 1, 3, draft.id, "sending"],
      ["Old pumps 2/3", 2, 3, draft.id, "sending"],
      ["Old pumps 3/3", 3, 3, draft.id, "sending"],
    ]);
    expect(new Set(found.map(({ taskName }) => taskName)).size).toBe(3);
    const lists: string[][] = [];
    for (const { request } of found)
      if (request?.targets.by === "devices")
        lists.push([...((await readDeviceIds(opened.database, request.targets.targetSetId)) ?? [])]);
    expect(lists.map(({ length }) => length)).toEqual([30_000, 30_000, 1]);
    expect(lists.flat()).toEqual(Array.from({ length: 60_001 }, (_, index) => `pump-${index}`));
    const rows = await opened.database.select().from(tasks).orderBy(asc(tasks.part));
    expect(rows.map(({ targetSummary }) => targetSummary?.count)).toEqual([30_000, 30_000, 1]);
    const events = await opened.database.select().from(audit);
    expect(events.map(({ event }) => event)).toEqual(["task.submitted", "task.submitted", "task.submitted"]);
    expect(await brokenAudit(opened.database)).toBeNull();
  });

  test("held parts are moved and cancelled together, but for those that have gone out", async () => {
    const { taskId } = await submit(await drafted(60_001, tomorrow));
    const [, second, third] = await parts();
    const schedule = { date: "2026-03-04", time: "08:00", zone: "UTC" };
    await moveHeld(deps, { taskId: second?.id ?? "", schedule }, ANN);
    expect((await parts()).map(({ holdUntil }) => holdUntil)).toEqual(Array(3).fill("2026-03-04T08:00:00.000Z"));
    await opened.database
      .update(submissions)
      .set({ state: "sending" })
      .where(eq(submissions.id, third?.id ?? ""));
    expect(await failureOf(cancelHeld(deps, { taskId: third?.id ?? "" }, ANN))).toMatchObject({ kind: "invalid" });
    await cancelHeld(deps, { taskId }, ANN);
    expect((await parts()).map(({ state }) => state)).toEqual(["cancelled", "cancelled", "sending"]);
  });
});
