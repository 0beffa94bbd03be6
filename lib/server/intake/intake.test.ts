import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Operator } from "@/lib/access/permissions";
import { createBell } from "@/lib/bell";
import { chunksOf } from "@/lib/db/actions";
import type { OpenDatabase } from "@/lib/db/database";
import { audit } from "@/lib/db/schema/audit";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { findSubmission } from "@/lib/db/submissions";
import { findTask } from "@/lib/db/tasks";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import type { Json } from "@/lib/json";
import { actOnTask } from "./act";
import type { ServerDeps } from "./deps";
import { createDraft, discardDraft, getDraft, saveDraft } from "./drafting";
import { settleTask } from "./settle";
import { type Labels, submitDraft } from "./submit";
import { parseDeviceIds, putTargets } from "./targets";
import { failureOf, testDeps } from "./testing";

const NOW = Date.parse("2026-03-02T08:00:00.000Z");
const ANN: Operator = { id: "1", email: "ann@example.test", name: "Ann", role: "operator" };
const labels: Labels = {
  package: () => Promise.resolve("Pump 2.4"),
  groups: () => Promise.reject(new Error("the platform is away")),
};

const content = (given: Record<string, Json> = {}): Json => ({
  title: "Night rollout 2.4, north",
  targets: { by: "groups", groupIds: ["e495cf17"] },
  schedule: { start: "now", date: "", time: "", zone: "", retry: { on: true, count: 2, everyMinutes: 5 } },
  packageId: "32822e5744a45ede319d2c50",
  gatewayMode: false,
  needsConfirm: false,
  extInfo: "",
  ...given,
});
const startAt = (date: string, time: string, zone: string) =>
  content({ schedule: { start: "at", date, time, zone, retry: { on: false, count: 1, everyMinutes: 1 } } });

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("taking in on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let deps: ServerDeps;
  let rung: string[];

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    rung = [];
    const bell = createBell();
    bell.onRing((job) => rung.push(job));
    deps = { ...testDeps(opened.database, () => NOW), bell };
  });

  async function draftOf(filled: Json): Promise<{ id: string; revision: number }> {
    const { id } = await createDraft(deps, { type: "firmwareUpgrade", spaceId: "space" }, ANN);
    const { revision } = await saveDraft(deps, { id, revision: 0, step: "review", content: filled });
    return { id, revision };
  }

  test("a draft keeps what was saved, and a save over an older revision is refused", async () => {
    const { id, revision } = await draftOf(content());
    expect(await getDraft(deps, id)).toMatchObject({ revision: 1, step: "review", state: "draft", content: content() });
    const older = saveDraft(deps, { id, revision: revision - 1, step: "what", content: {} });
    expect(await failureOf(older)).toEqual({
      kind: "invalid",
      issues: [{ path: "revision", message: "draft-newer" }],
    });
    expect((await getDraft(deps, id)).content).toEqual(content());
  });

  test("submitting writes the intent, its name and its audit row, then wakes the sender", async () => {
    const draft = await draftOf(content());
    expect(await submitDraft(deps, labels, draft, ANN)).toEqual({ taskId: draft.id });
    const submission = await findSubmission(opened.database, draft.id);
    expect(submission).toMatchObject({ state: "sending", attempts: 0, attemptedAt: null, submittedBy: ANN.email });
    expect(submission?.taskName).toMatch(/^Night_rollout_2_4_north_[0-9a-f]{8}$/);
    expect(submission?.request).toMatchObject({
      name: submission?.taskName,
      targets: { by: "groups", groupIds: ["e495cf17"] },
      document: { package_id: "32822e5744a45ede319d2c50" },
      schedule: { startsAt: null, retry: { count: 2, everyMinutes: 5 } },
    });
    expect(await findTask(opened.database, draft.id)).toMatchObject({ ours: true, owner: ANN.email, platformId: null });
    expect(await opened.database.select().from(audit)).toMatchObject([{ event: "task.submitted", actor: ANN.email }]);
    expect(rung).toEqual(["send"]);
    await expect
      .poll(async () => (await findTask(opened.database, draft.id))?.packageLabel, { timeout: 10_000 })
      .toBe("Pump 2.4");
  });

  test("two clicks or two tabs submit once and get the same task", async () => {
    const draft = await draftOf(content());
    const both = await Promise.all([submitDraft(deps, labels, draft, ANN), submitDraft(deps, labels, draft, ANN)]);
    expect(both).toEqual([{ taskId: draft.id }, { taskId: draft.id }]);
    expect(await submitDraft(deps, labels, draft, ANN)).toEqual({ taskId: draft.id });
    expect(await opened.database.select().from(tasks)).toHaveLength(1);
    expect(await opened.database.select().from(audit)).toHaveLength(1);
    expect(rung).toEqual(["send"]);
  });

  test("what was shown on the review is what is submitted: another revision is refused", async () => {
    const { id, revision } = await draftOf(content());
    await saveDraft(deps, { id, revision, step: "who", content: content({ title: "Other" }) });
    expect(await failureOf(submitDraft(deps, labels, { id, revision }, ANN))).toMatchObject({ kind: "invalid" });
    expect((await findSubmission(opened.database, id))?.state).toBe("draft");
  });

  test.each<[string, Json, string, string]>([
    ["a start in the past", startAt("2026-03-02", "07:59", "UTC"), "schedule.date", "start-past"],
    ["a start more than a year ahead", startAt("2027-03-02", "08:01", "UTC"), "schedule.date", "start-far"],
    ["a start that is no time", startAt("2026-02-30", "08:00", "UTC"), "schedule.date", "start-missing"],
    ["no title", content({ title: "  " }), "title", "title-missing"],
    ["no groups", content({ targets: { by: "groups", groupIds: [] } }), "targets.groupIds", "groups-none"],
    [
      "a list that is not there",
      content({ targets: { by: "devices", targetSetId: randomUUID() } }),
      "targets.targetSetId",
      "devices-none",
    ],
  ])("%s is refused on its field, and nothing is written", async (_, filled, path, message) => {
    const draft = await draftOf(filled);
    const failure = await failureOf(submitDraft(deps, labels, draft, ANN));
    expect(failure).toMatchObject({ kind: "invalid", issues: [{ path, message }] });
    expect((await findSubmission(opened.database, draft.id))?.state).toBe("draft");
    expect(await opened.database.select().from(audit)).toHaveLength(0);
    expect(rung).toEqual([]);
  });

  test("a start is meant in its own zone", async () => {
    const draft = await draftOf(startAt("2026-03-03", "01:30", "Asia/Shanghai"));
    await submitDraft(deps, labels, draft, ANN);
    expect((await findTask(opened.database, draft.id))?.startsAt).toBe("2026-03-02T17:30:00.000Z");
  });

  test("a frozen list goes along; a list of another draft does not", async () => {
    const mine = await createDraft(deps, { type: "firmwareUpgrade", spaceId: "space" }, ANN);
    const set = await putTargets(deps, { draftId: mine.id, source: "pumps.csv", body: "d1\nd2" }, ANN);
    expect(set).toMatchObject({ count: 2, source: "pumps.csv", sample: ["d1", "d2"] });
    const filled = content({ targets: { by: "devices", targetSetId: set.id } });
    const other = await draftOf(filled);
    expect(await failureOf(submitDraft(deps, labels, other, ANN))).toMatchObject({ kind: "invalid" });
    const { revision } = await saveDraft(deps, { id: mine.id, revision: 0, step: "review", content: filled });
    await submitDraft(deps, labels, { id: mine.id, revision }, ANN);
    expect((await findTask(opened.database, mine.id))?.targetSummary).toEqual({ by: "devices", count: 2 });
  });

  test("a draft that was thrown away can not be submitted", async () => {
    const draft = await draftOf(content());
    await discardDraft(deps, draft.id);
    expect(await failureOf(submitDraft(deps, labels, draft, ANN))).toEqual({ kind: "missing", what: "draft" });
  });

  test("a type that the instance is not said to have is not begun", async () => {
    const poor = { ...deps, offered: ["freezeDevices"] as const };
    const asked = createDraft(poor, { type: "moduleUpgrade", spaceId: "space" }, ANN);
    expect(await failureOf(asked)).toMatchObject({ kind: "invalid", issues: [{ message: "type-not-offered" }] });
    await createDraft(poor, { type: "freezeDevices", spaceId: "space" }, ANN);
  });

  describe("an uncertain submission", () => {
    const uncertain = async (givenUpAt: string | null): Promise<string> => {
      const draft = await draftOf(content());
      await submitDraft(deps, labels, draft, ANN);
      const at = new Date(NOW).toISOString();
      await opened.database
        .update(submissions)
        .set({ state: "uncertain", attempts: 1, attemptedAt: at, givenUpAt })
        .where(eq(submissions.id, draft.id));
      return draft.id;
    };

    test("waits for the looks before a person may choose", async () => {
      const taskId = await uncertain(null);
      const early = settleTask(deps, { taskId, decision: "send-again" }, ANN);
      expect(await failureOf(early)).toMatchObject({ kind: "invalid", issues: [{ message: "not-uncertain" }] });
    });

    test("sent again keeps its name and is looked for first", async () => {
      const taskId = await uncertain(new Date(NOW).toISOString());
      const name = (await findSubmission(opened.database, taskId))?.taskName;
      await settleTask(deps, { taskId, decision: "send-again" }, ANN);
      await settleTask(deps, { taskId, decision: "send-again" }, ANN);
      const after = await findSubmission(opened.database, taskId);
      expect(after).toMatchObject({ state: "sending", lookFirst: true, attemptedAt: null, taskName: name });
      const events = (await opened.database.select().from(audit)).map(({ event }) => event);
      expect(events).toEqual(["task.submitted", "task.send-again"]);
    });

    test("discarded is over", async () => {
      const taskId = await uncertain(new Date(NOW).toISOString());
      await settleTask(deps, { taskId, decision: "discard" }, ANN);
      expect((await findSubmission(opened.database, taskId))?.state).toBe("cancelled");
    });
  });

  describe("acting", () => {
    const running = async (status: string): Promise<string> => {
      const draft = await draftOf(content());
      await submitDraft(deps, labels, draft, ANN);
      const read = { platformId: draft.id, status, failed: 3, final: status === "Fail" };
      await opened.database.update(tasks).set(read).where(eq(tasks.id, draft.id));
      return draft.id;
    };
    const deviceIds = Array.from({ length: 250 }, (_, index) => `d${index}`) as [string, ...string[]];

    test("chosen devices are written down 100 a call before anything is sent; the same id again is the same action", async () => {
      const taskId = await running("Processing");
      const acting = {
        taskId,
        actionId: randomUUID(),
        verb: "stop",
        scope: { of: "devices", deviceIds },
        reason: "hot",
      } as const;
      expect(await actOnTask(deps, acting, ANN)).toMatchObject({
        state: "pending",
        devices: 250,
        waiting: 250,
        reached: 0,
      });
      await actOnTask(deps, acting, ANN);
      const chunks = await chunksOf(opened.database, [acting.actionId]);
      expect(chunks.map(({ deviceIds: own }) => own?.length)).toEqual([100, 100, 50]);
      expect(chunks.flatMap(({ deviceIds: own }) => own)).toEqual(deviceIds);
      const events = (await opened.database.select().from(audit)).map(({ event }) => event);
      expect(events).toEqual(["task.submitted", "action.requested"]);
    });

    test("what the platform would refuse is refused with the reason", async () => {
      const taskId = await running("Fail");
      const act = (verb: "stop" | "retry") =>
        actOnTask(deps, { taskId, actionId: randomUUID(), verb, scope: { of: "all" }, reason: "" }, ANN);
      expect(await failureOf(act("stop"))).toEqual({
        kind: "invalid",
        issues: [{ path: "verb", message: "already-final" }],
      });
      expect(await act("retry")).toMatchObject({ verb: "retry", scope: "all", devices: null });
      expect(await failureOf(act("retry"))).toMatchObject({ issues: [{ message: "action-running" }] });
    });

    test("stopping everything drops what a running retry has not sent yet", async () => {
      const taskId = await running("Processing");
      const retry = {
        taskId,
        actionId: randomUUID(),
        verb: "retry",
        scope: { of: "devices", deviceIds },
        reason: "",
      } as const;
      await actOnTask(deps, retry, ANN);
      await actOnTask(deps, { taskId, actionId: randomUUID(), verb: "stop", scope: { of: "all" }, reason: "" }, ANN);
      const states = (await chunksOf(opened.database, [retry.actionId])).map(({ state }) => state);
      expect(states).toEqual(["dropped", "dropped", "dropped"]);
    });
  });
});

test.each([
  ["nothing", "", "devices-none"],
  ["a character that ids do not have", "d1\nd 2", "device-not-valid"],
  ["an id twice", "d1\nd2\nd1", "devices-repeated"],
  ["too many", Array.from({ length: 300_001 }, (_, index) => `d${index}`).join("\n"), "devices-many"],
])("a list with %s is refused", (_, body, message) => {
  expect(() => parseDeviceIds(body)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ issues: [expect.objectContaining({ message })] }) }),
  );
});

test("ids that differ in case are two devices, and the order is kept", () => {
  expect(parseDeviceIds("b\nB\na")).toEqual(["b", "B", "a"]);
});
