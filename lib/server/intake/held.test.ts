import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Operator } from "@/lib/access/permissions";
import { brokenAudit } from "@/lib/db/audit";
import type { OpenDatabase } from "@/lib/db/database";
import { audit } from "@/lib/db/schema/audit";
import { submissions } from "@/lib/db/schema/submissions";
import { findSubmission, releaseHeld } from "@/lib/db/submissions";
import { findTask } from "@/lib/db/tasks";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import type { Json } from "@/lib/json";
import type { CreatableType } from "@/lib/task-types/registry";
import { MISSED_AFTER_MS } from "@/lib/tasks/schedule";
import type { ServerDeps } from "./deps";
import { createDraft, saveDraft } from "./drafting";
import { cancelHeld, moveHeld, startHeld } from "./held";
import { type Labels, submitDraft } from "./submit";
import { failureOf, testDeps } from "./testing";

const NOW = Date.parse("2026-03-02T08:00:00.000Z");
const TOMORROW = "2026-03-03T08:00:00.000Z";
const ANN: Operator = { id: "1", email: "ann@example.test", name: "Ann", role: "operator" };
const labels: Labels = {
  package: () => Promise.resolve(null),
  groups: () => Promise.reject(new Error("the platform is away")),
};

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("held starts on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let deps: ServerDeps;
  let at: number;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    at = NOW;
    deps = testDeps(opened.database, () => at);
  });

  async function submitted(type: CreatableType, start: { date: string; time: string; keeper?: string }) {
    const { id } = await createDraft(deps, { type, spaceId: "space" }, ANN);
    const retry = { on: true, count: 2, everyMinutes: 5 };
    const content: Json = {
      title: "Remove old pumps",
      targets: { by: "groups", groupIds: ["e495cf17"] },
      schedule: { start: "at", zone: "UTC", ...start, retry },
      packageId: "32822e5744a45ede319d2c50",
      gatewayMode: false,
      needsConfirm: false,
      extInfo: "",
    };
    const { revision } = await saveDraft(deps, { id, revision: 0, step: "review", content });
    await submitDraft(deps, labels, { id, revision }, ANN);
    return id;
  }
  const held = () => submitted("deleteDevices", { date: "2026-03-03", time: "08:00" });
  const stateOf = async (id: string) => (await findSubmission(opened.database, id))?.state;
  const release = () => opened.database.transaction((tx) => releaseHeld(tx, at, MISSED_AFTER_MS));
  const events = async () => (await opened.database.select().from(audit).orderBy(audit.seq)).map(({ event }) => event);

  test("what the platform can not recall is kept here, and the request says nothing of a start or of tries", async () => {
    const id = await held();
    const submission = await findSubmission(opened.database, id);
    expect(submission).toMatchObject({ state: "held", holdUntil: TOMORROW });
    expect(submission?.request?.schedule).toEqual({ startsAt: null, retry: null });
    expect((await findTask(opened.database, id))?.startsAt).toBe(TOMORROW);
  });

  test.each([
    ["left to the platform", "09", "platform", "sending", "2026-03-09T08:00:00.000Z"],
    ["kept here when that was chosen", "03", "console", "held", null],
    ["kept here beyond the platform's 7 days", "10", "platform", "held", null],
  ])("an upgrade is %s", async (_, day, keeper, state, startsAt) => {
    const id = await submitted("firmwareUpgrade", { date: `2026-03-${day}`, time: "08:00", keeper });
    const submission = await findSubmission(opened.database, id);
    expect(submission?.state).toBe(state);
    expect(submission?.request?.schedule).toEqual({ startsAt, retry: { count: 2, everyMinutes: 5 } });
  });

  test("it is cancelled until its hour, once, and never sent", async () => {
    const id = await held();
    await cancelHeld(deps, { taskId: id }, ANN);
    await cancelHeld(deps, { taskId: id }, ANN);
    expect(await stateOf(id)).toBe("cancelled");
    at += 24 * 3_600_000;
    expect(await release()).toBeNull();
    expect(await events()).toEqual(["task.submitted", "task.cancelled"]);
    expect(await failureOf(startHeld(deps, { taskId: id }, ANN))).toMatchObject({ issues: [{ message: "not-held" }] });
    expect(await brokenAudit(opened.database)).toBeNull();
  });

  test("it is given another hour, meant in its own zone", async () => {
    const id = await held();
    const schedule = { date: "2026-03-05", time: "01:30", zone: "Asia/Shanghai" };
    await moveHeld(deps, { taskId: id, schedule }, ANN);
    await moveHeld(deps, { taskId: id, schedule }, ANN);
    const moved = "2026-03-04T17:30:00.000Z";
    expect(await findSubmission(opened.database, id)).toMatchObject({ state: "held", holdUntil: moved });
    expect((await findTask(opened.database, id))?.startsAt).toBe(moved);
    at = Date.parse(TOMORROW);
    expect(await release()).toBeNull();
    expect(await events()).toEqual(["task.submitted", "task.moved"]);
  });

  test.each([
    ["2026-03-02", "08:00", "start-past"],
    ["2027-03-02", "08:01", "start-far"],
    ["2026-02-30", "08:00", "start-missing"],
  ])("%s %s is no new hour", async (date, time, message) => {
    const id = await held();
    const moving = moveHeld(deps, { taskId: id, schedule: { date, time, zone: "UTC" } }, ANN);
    expect(await failureOf(moving)).toMatchObject({ issues: [{ path: "schedule.date", message }] });
    expect((await findSubmission(opened.database, id))?.holdUntil).toBe(TOMORROW);
  });

  test("at its hour it is due, five minutes later still, and after that it is missed", async () => {
    const [early, late, missed] = [await held(), await held(), await held()];
    at = Date.parse(TOMORROW) - 1;
    expect(await release()).toBeNull();
    await opened.database
      .update(submissions)
      .set({ holdUntil: new Date(at + 1 - MISSED_AFTER_MS).toISOString() })
      .where(eq(submissions.id, late));
    await opened.database
      .update(submissions)
      .set({ holdUntil: new Date(at - MISSED_AFTER_MS).toISOString() })
      .where(eq(submissions.id, missed));
    at += 1;
    for (let turn = 0; turn < 3; turn += 1) await release();
    expect([await stateOf(early), await stateOf(late), await stateOf(missed)]).toEqual([
      "sending",
      "sending",
      "missed",
    ]);
  });

  test("what was missed waits for a person, who sends it, moves it or ends it", async () => {
    const [sent, moved, ended] = [await held(), await held(), await held()];
    at = Date.parse(TOMORROW) + MISSED_AFTER_MS + 1;
    for (let turn = 0; turn < 4; turn += 1) await release();
    await startHeld(deps, { taskId: sent }, ANN);
    await moveHeld(deps, { taskId: moved, schedule: { date: "2026-03-04", time: "08:00", zone: "UTC" } }, ANN);
    await cancelHeld(deps, { taskId: ended }, ANN);
    expect([await stateOf(sent), await stateOf(moved), await stateOf(ended)]).toEqual(["sending", "held", "cancelled"]);
    expect((await findSubmission(opened.database, sent))?.holdUntil).toBeNull();
  });

  test("against the sender exactly one side wins", async () => {
    for (let round = 0; round < 10; round += 1) {
      at = NOW;
      const id = await held();
      at = Date.parse(TOMORROW);
      const cancelling = failureOf(cancelHeld(deps, { taskId: id }, ANN));
      const [refused, released] = await Promise.all(
        round % 2 === 0 ? [cancelling, release()] : [cancelling, new Promise((go) => setImmediate(go)).then(release)],
      );
      expect(await stateOf(id)).toBe(refused === null ? "cancelled" : "sending");
      expect(released === null).toBe(refused === null);
    }
  });
});
