import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SubmissionState } from "@/lib/tasks/submission";
import type { TaskFilter } from "@/lib/tasks/view";
import type { OpenDatabase } from "./database";
import { submissions } from "./schema/submissions";
import { tasks } from "./schema/tasks";
import { firstRows, listTaskRows } from "./task-list";
import { emptyDatabase, testDrivers } from "./testing";

const NOW = Date.parse("2026-03-02T08:00:00.000Z");
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(NOW + ms).toISOString();
const asking = { spaceId: "space", now: NOW, stoppable: ["firmwareUpgrade"] } as const;
const filter = (given: Partial<TaskFilter> = {}): TaskFilter => ({
  tab: "all",
  type: null,
  search: "",
  page: 1,
  ...given,
});

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("the task list on $driver", ({ open }) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyDatabase(opened));

  async function put(title: string, given: Partial<typeof tasks.$inferInsert> = {}): Promise<string> {
    const id = randomUUID();
    const plain = {
      ours: false,
      spaceId: "space",
      type: "firmwareUpgrade",
      needsConfirm: false,
      packageIds: [],
      statusText: "",
    } as const;
    const final = ["Success", "PartialSuccess", "Fail", "Stopped"].includes(given.status ?? "");
    await opened.database
      .insert(tasks)
      .values({ ...plain, id, title, createdAt: iso(-HOUR), final, platformId: id, ...given });
    return id;
  }
  async function putOurs(title: string, state: SubmissionState): Promise<void> {
    const id = await put(title, { ours: true, platformId: state === "sent" ? title : null });
    const at = iso(-HOUR);
    const request = {
      name: title,
      targets: { by: "groups" as const, groupIds: [] },
      document: null,
      schedule: { startsAt: null, retry: null },
      gatewayMode: false,
      needsConfirm: false,
      extInfo: null,
    };
    await opened.database.insert(submissions).values({
      id,
      type: "firmwareUpgrade",
      spaceId: "space",
      state,
      step: "review",
      content: {},
      revision: 1,
      createdBy: "a",
      createdAt: at,
      savedAt: at,
      settledAt: at,
      taskName: title,
      request,
    });
  }
  const titles = async (given: Partial<TaskFilter> = {}) => {
    const { rows, total } = await listTaskRows(opened.database, filter(given), asking);
    expect(total).toBe(rows.length);
    return rows.map(({ title }) => title).toSorted();
  };

  test("each tab shows what belongs under it, and counts the same", async () => {
    await put("runs", { status: "Processing" });
    await put("queued", { status: "Waitting" });
    await put("word", { status: "Paused" });
    await put("tomorrow", { status: "Waitting", startsAt: iso(20 * HOUR) });
    await put("over", { status: "Success" });
    await putOurs("sending", "sending");
    await putOurs("lost", "uncertain");
    await putOurs("no", "refused");
    await putOurs("away", "cancelled");
    await put("elsewhere", { spaceId: "other", status: "Processing" });
    expect(await titles({ tab: "running" })).toEqual(["queued", "runs", "sending", "word"]);
    expect(await titles({ tab: "scheduled" })).toEqual(["tomorrow"]);
    expect(await titles({ tab: "attention" })).toEqual(["lost", "no"]);
    expect(await titles({ tab: "finished" })).toEqual(["away", "no", "over"]);
    const { counts } = await listTaskRows(opened.database, filter(), asking);
    expect(counts).toEqual({ all: 9, running: 4, scheduled: 1, attention: 2, finished: 3 });
  });

  test("bad ends need attention for 48 hours, and only where they concern us", async () => {
    await put("fresh", { status: "Fail", finishedAt: iso(-47 * HOUR) });
    await put("partly", { status: "PartialSuccess", finishedAt: iso(-HOUR) });
    await put("old", { status: "Fail", finishedAt: iso(-49 * HOUR) });
    await put("theirs", { status: "Fail", type: "createMessages", finishedAt: iso(-HOUR) });
    await put("ours", { status: "Fail", type: "createMessages", ours: true, finishedAt: iso(-HOUR) });
    await put("held", { status: "Waitting", needsConfirm: true, waiting: 3 });
    await put("held later", { status: "Waitting", needsConfirm: true, waiting: 3, startsAt: iso(HOUR) });
    const rows = await firstRows(opened.database, "attention", 10, asking);
    expect(rows.map(({ title, needsAttention }) => `${title}: ${needsAttention}`).toSorted()).toEqual([
      "fresh: failed",
      "held: waits-for-confirm",
      "ours: failed",
      "partly: partly-failed",
    ]);
    expect(rows[0]?.needsAttention).toBe("failed");
    expect(rows.at(-1)?.needsAttention).toBe("waits-for-confirm");
  });

  test("a search finds words, names and ids, and its signs mean themselves", async () => {
    await put("Night 100% north", { platformName: "Night_100_north_k3f9", platformId: "5c8ba9" });
    await put("Night 100 south", { platformId: "77aa" });
    expect(await titles({ search: "night" })).toHaveLength(2);
    expect(await titles({ search: "100%" })).toEqual(["Night 100% north"]);
    expect(await titles({ search: "k3f9" })).toEqual(["Night 100% north"]);
    expect(await titles({ search: "77AA" })).toEqual(["Night 100 south"]);
    expect(await titles({ search: "' or true --" })).toEqual([]);
    expect(await titles({ type: "softwareUpgrade" })).toEqual([]);
  });

  test("pages of fifty, the newest first, without a gap or a repeat", async () => {
    for (let task = 0; task < 60; task += 1) await put(`t${task}`, { createdAt: iso(-task * 1_000) });
    const first = await listTaskRows(opened.database, filter(), asking);
    const second = await listTaskRows(opened.database, filter({ page: 2 }), asking);
    expect(first.total).toBe(60);
    expect([...first.rows, ...second.rows].map(({ title }) => title)).toEqual(
      Array.from({ length: 60 }, (_, at) => `t${at}`),
    );
  });

  describe("a family of tasks", () => {
    async function putFamily(
      title: string,
      ...parts: readonly Partial<typeof tasks.$inferInsert>[]
    ): Promise<string[]> {
      const familyId = randomUUID();
      const ids: string[] = [];
      for (const [index, given] of parts.entries()) {
        const place = { familyId, part: index + 1, parts: parts.length };
        const targetSummary = { by: "devices", count: 30_000 } as const;
        ids.push(await put(`${title} ${index + 1}/${parts.length}`, { targetSummary, ...place, ...given }));
      }
      return ids;
    }

    test("is one row with the sum of its parts, in lists and in counts", async () => {
      await put("alone", { status: "Success" });
      const done = { status: "Success", total: 30_000, succeeded: 30_000, failed: 0, finishedAt: iso(-HOUR) };
      const [first] = await putFamily(
        "Many",
        done,
        { status: "Processing", total: 30_000, succeeded: 10, failed: 2 },
        { status: "Waitting" },
      );
      const { rows, counts } = await listTaskRows(opened.database, filter(), asking);
      expect(rows.map(({ title }) => title).toSorted()).toEqual(["Many", "alone"]);
      expect(rows.find(({ id }) => id === first)).toMatchObject({
        part: { number: 1, of: 3 },
        progress: { total: 90_000, succeeded: 30_010, failed: 2 },
        status: { known: "Processing" },
        finishedAt: null,
      });
      expect(counts).toEqual({ all: 2, running: 1, scheduled: 0, attention: 0, finished: 1 });
      expect(await titles({ tab: "running" })).toEqual(["Many"]);
      expect(await titles({ tab: "finished" })).toEqual(["alone"]);
    });

    test("is found by any of its parts, and is whole then", async () => {
      const fine = { status: "Success", total: 5, finishedAt: iso(-HOUR) };
      await putFamily("Many", fine, { ...fine, platformId: "77aa", status: "Fail" });
      await putFamily("Others", fine, fine);
      expect(await titles({ search: "77aa" })).toEqual(["Many"]);
      const { rows } = await listTaskRows(opened.database, filter({ tab: "attention" }), asking);
      expect(rows).toMatchObject([{ title: "Many", needsAttention: "failed", progress: { total: 10 } }]);
      expect(await titles({ tab: "finished" })).toEqual(["Many", "Others"]);
    });

    test("counts as one on a page", async () => {
      for (let task = 0; task < 30; task += 1)
        await putFamily(`f${task}`, ...[0, 1, 2].map(() => ({ createdAt: iso(-task * 1_000) })));
      for (let task = 30; task < 60; task += 1) await put(`t${task}`, { createdAt: iso(-task * 1_000) });
      const first = await listTaskRows(opened.database, filter(), asking);
      const second = await listTaskRows(opened.database, filter({ page: 2 }), asking);
      expect([first.total, first.rows.length, second.rows.length]).toEqual([60, 50, 10]);
      const order = Array.from({ length: 60 }, (_, at) => `${at < 30 ? "f" : "t"}${at}`);
      expect([...first.rows, ...second.rows].map(({ title }) => title)).toEqual(order);
    });

    test("of which a part was deleted is its other parts", async () => {
      const done = { status: "Success", total: 5 };
      const [, second] = await putFamily("Many", { ...done, goneAt: iso(0) }, done, done);
      const { rows, total } = await listTaskRows(opened.database, filter(), asking);
      expect(rows).toMatchObject([{ id: second, title: "Many", progress: { total: 10 } }]);
      expect(total).toBe(1);
    });
  });

  test("what ended and was deleted is not listed; what vanished while it ran is", async () => {
    await put("deleted", { status: "Fail", goneAt: iso(0) });
    await put("vanished", { status: "Processing", goneAt: iso(0) });
    expect(await titles()).toEqual(["vanished"]);
    expect(await titles({ tab: "running" })).toEqual([]);
  });
});
