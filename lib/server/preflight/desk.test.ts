import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Operator } from "@/lib/access/permissions";
import type { OpenDatabase } from "@/lib/db/database";
import { readDeviceIds } from "@/lib/db/target-sets";
import { emptyDatabase, everythingIn, testDrivers } from "@/lib/db/testing";
import type { CreatableType } from "@/lib/task-types/registry";
import type { PreflightView } from "@/lib/tasks/preflight";
import { createDraft, getDraft, saveDraft } from "../intake/drafting";
import { putRows } from "../intake/rows";
import { putTargets } from "../intake/targets";
import { failureOf, testDeps } from "../intake/testing";
import { createPace } from "./caller";
import { foundIn, leaveOut, lookAgain, type PreflightDeps, preflightOf, skipLook } from "./desk";
import { createJobs } from "./jobs";
import { testClock, testDevice, testPorts } from "./testing";

const NOW = Date.parse("2026-03-02T08:00:00.000Z");
const ANN: Operator = { id: "1", email: "ann@example.test", name: "Ann", role: "operator" };
const SECRET = "hunter2-hunter2";
const group = { id: "a1", name: "North", description: "", parentId: null, kind: "static" } as const;
const devices = [
  testDevice("d1"),
  testDevice("d2", { status: "FROZEN" }),
  testDevice("d3", { isChild: true }),
  testDevice("pump_n1"),
];

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("checks of drafts on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let deps: PreflightDeps;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    const product = { id: "pump", name: "Pump", deviceType: "", protocol: "MQTT", manufacturer: "", description: "" };
    const { ports } = testPorts({ devices, groups: { a1: ["d1", "d2", "d3"] }, products: [product] });
    deps = {
      ...testDeps(opened.database, () => NOW),
      iotda: ports.iotda,
      jobs: createJobs(
        () => NOW,
        (error) => Promise.reject(error),
      ),
      pace: createPace(testClock()),
      packagesOf: () => Promise.resolve([]),
      groupsOf: () => Promise.resolve([group]),
    };
  });

  const draftOf = async (type: CreatableType) => (await createDraft(deps, { type, spaceId: "space" }, ANN)).id;
  async function choose(id: string, targets: Record<string, string | string[]>): Promise<void> {
    const { revision } = await getDraft(deps, id);
    await saveDraft(deps, { id, revision, step: "who", content: { targets } });
  }
  const listOf = (draftId: string, body: string) => putTargets(deps, { draftId, source: "pumps.csv", body }, ANN);
  async function done(id: string): Promise<PreflightView> {
    await vi.waitFor(async () => expect((await preflightOf(deps, id)).state).not.toBe("running"));
    return preflightOf(deps, id);
  }
  const counts = ({ findings }: PreflightView) =>
    Object.fromEntries(findings.filter(({ count }) => count > 0).map(({ finds, count }) => [finds, count]));

  test("are answered at once, and come to an end by themselves", async () => {
    const id = await draftOf("freezeDevices");
    expect(await preflightOf(deps, id)).toMatchObject({ state: "nothing" });
    const set = await listOf(id, "d1\nd2\nd3\nghost");
    await choose(id, { by: "devices", targetSetId: set.id });
    expect(await preflightOf(deps, id)).toMatchObject({ state: "running", notRemovable: "running" });
    const view = await done(id);
    expect(view).toMatchObject({ state: "done", total: 4, notRemovable: null, troubles: [] });
    expect(counts(view)).toEqual({ unknown: 1, child: 1, frozen: 1 });
    expect(await foundIn(deps, { draftId: id, key: view.key, finds: "child" })).toEqual({
      items: [{ id: "d3", says: "" }],
      more: 0,
    });
  });

  test("leave devices out of a list by a press; what was found of the others is not asked for again", async () => {
    const id = await draftOf("freezeDevices");
    const before = await listOf(id, "d1\nd2\nd3");
    await choose(id, { by: "devices", targetSetId: before.id });
    const { key } = await done(id);
    const left = await leaveOut(deps, { draftId: id, key, finds: "frozen" }, ANN);
    expect(left).toMatchObject({ by: "devices", set: { count: 2, source: "pumps.csv" } });
    expect(await readDeviceIds(opened.database, left.set.id)).toEqual(["d1", "d3"]);
    await choose(id, { by: "devices", targetSetId: left.set.id });
    const after = await preflightOf(deps, id);
    expect(after).toMatchObject({ state: "done", total: 2 });
    expect(counts(after)).toEqual({ child: 1 });
    // The way back: the list before is still there, and what was found of it.
    await choose(id, { by: "devices", targetSetId: before.id });
    expect(await preflightOf(deps, id)).toMatchObject({ state: "done", total: 3 });
  });

  test("turn a group into a fixed list under the group's name", async () => {
    const id = await draftOf("freezeDevices");
    await choose(id, { by: "groups", groupIds: ["a1"] });
    const { key } = await done(id);
    const left = await leaveOut(deps, { draftId: id, key, finds: "child" }, ANN);
    expect(left).toMatchObject({ by: "devices", set: { count: 2, source: "North" } });
    expect(await readDeviceIds(opened.database, left.set.id)).toEqual(["d1", "d2"]);
  });

  test("leave rows out, and no secret is readable anywhere", async () => {
    const id = await draftOf("createDevices");
    const body = [
      ["product_id", "node_id", "secret"],
      ["pump", "n1", SECRET],
      ["pump", "n2", SECRET],
    ]
      .map((row) => JSON.stringify(row))
      .join("\n");
    const set = await putRows(deps, { draftId: id, source: "new.xlsx", body }, ANN);
    await choose(id, { by: "rows", rowSetId: set.id });
    const view = await done(id);
    expect(counts(view)).toEqual({ exists: 1 });
    const left = await leaveOut(deps, { draftId: id, key: view.key, finds: "exists" }, ANN);
    expect(left).toMatchObject({ by: "rows", set: { count: 1, source: "new.xlsx", sample: ["n2"] } });
    expect(JSON.stringify(view) + (await everythingIn(opened))).not.toContain(SECRET);
  });

  test("never leave everybody out, nor anybody of a choice that the person did not see", async () => {
    const id = await draftOf("freezeDevices");
    await choose(id, { by: "devices", targetSetId: (await listOf(id, "d2")).id });
    const { key } = await done(id);
    const all = await failureOf(leaveOut(deps, { draftId: id, key, finds: "frozen" }, ANN));
    expect(all).toMatchObject({ kind: "invalid", issues: [{ message: "devices-none" }] });
    await choose(id, { by: "groups", groupIds: ["a1"] });
    const other = await failureOf(leaveOut(deps, { draftId: id, key, finds: "frozen" }, ANN));
    expect(other).toMatchObject({ kind: "invalid", issues: [{ path: "revision" }] });
    const running = await lookAgain(deps, id);
    const early = await failureOf(leaveOut(deps, { draftId: id, key: running.key, finds: "frozen" }, ANN));
    expect(early).toMatchObject({ kind: "invalid", issues: [{ path: "revision" }] });
  });

  test("can be skipped, and begun again", async () => {
    const id = await draftOf("freezeDevices");
    await choose(id, { by: "groups", groupIds: ["a1"] });
    await preflightOf(deps, id);
    expect(await skipLook(deps, id)).toMatchObject({ state: "skipped" });
    expect(await preflightOf(deps, id)).toMatchObject({ state: "skipped" });
    expect(await lookAgain(deps, id)).toMatchObject({ state: "running" });
    expect(await done(id)).toMatchObject({ state: "done", total: 3 });
  });

  test("read no list and no rows of another draft", async () => {
    const [own, other] = [await draftOf("createDevices"), await draftOf("createDevices")];
    const body = '["product_id","node_id"]\n["pump","n1"]';
    const set = await putRows(deps, { draftId: other, source: "new.xlsx", body }, ANN);
    await choose(own, { by: "rows", rowSetId: set.id });
    const view = await done(own);
    expect(view).toMatchObject({ total: null, notRemovable: "members" });
    expect(view.troubles).toMatchObject([{ failure: { kind: "missing", what: "rows" } }]);
  });
});
