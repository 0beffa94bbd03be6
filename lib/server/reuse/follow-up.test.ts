import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { audit } from "@/lib/db/schema/audit";
import { submissions } from "@/lib/db/schema/submissions";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import { ok } from "@/lib/failure";
import { MAX_TARGETS } from "@/lib/tasks/targets";
import { failureOf } from "../intake/testing";
import type { ReuseDeps } from "./deps";
import { followUp } from "./follow-up";
import { BOB, createWorld, onPlatform, PLATFORM_ID, plain, subTask, upgrade } from "./testing";
import { undoTask } from "./undo";

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("following up on $driver", ({ open }) => {
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

  test("a follow-up freezes exactly the devices of a state, page after page, under the task's name", async () => {
    world.platform.devices = [
      ...Array.from({ length: 120 }, (_, index) => subTask(`f${index}`, "Fail")),
      ...Array.from({ length: 30 }, (_, index) => subTask(`s${index}`, "Success")),
    ];
    const id = await world.sent("firmwareUpgrade", upgrade());
    const scope = { of: "status", status: "Fail" } as const;
    const draft = await world.draftOf(await followUp(deps, { taskId: id, type: "firmwareUpgrade", scope }, BOB));
    expect(await world.idsOf(draft)).toEqual(Array.from({ length: 120 }, (_, index) => `f${index}`));
    expect(draft).toMatchObject({
      step: "review",
      content: { packageId: "p24", targets: { by: "devices", targetSetId: draft.targetSet?.id } },
      targetSet: { source: "Night rollout" },
      origin: { from: "follow-up", devices: { count: 120, which: "Fail" }, notes: [] },
    });
    expect(world.platform.asked).toHaveLength(3);
    expect(world.platform.asked[2]).toEqual({ taskId: PLATFORM_ID, limit: 50, subTaskStatus: "Fail", marker: "100" });
  });

  test("a follow-up of a task made elsewhere begins with what is not told", async () => {
    const id = await world.elsewhere({});
    const scope = { of: "devices", deviceIds: ["d7"] } as const;
    const draft = await world.draftOf(await followUp(deps, { taskId: id, type: "firmwareUpgrade", scope }, BOB));
    expect(draft).toMatchObject({ step: "what", origin: { notes: ["made-elsewhere", "what-not-told"] } });
  });

  test("a follow-up of another type starts blank with the devices that were chosen", async () => {
    const id = await world.sent("firmwareUpgrade", upgrade());
    const scope = { of: "devices", deviceIds: ["d7", "d8"] } as const;
    const draft = await world.draftOf(await followUp(deps, { taskId: id, type: "freezeDevices", scope }, BOB));
    expect(draft).toMatchObject({ type: "freezeDevices", step: "what", content: { title: "" } });
    expect(await world.idsOf(draft)).toEqual(["d7", "d8"]);
    expect(draft.origin?.devices).toEqual({ count: 2, which: "chosen" });
    expect(world.platform.asked).toEqual([]);
  });

  test("30,000 devices make a follow-up, one more does not", async () => {
    world.platform.devices = Array.from({ length: MAX_TARGETS }, (_, index) => subTask(`d${index}`, "Fail"));
    const id = await world.sent("firmwareUpgrade", upgrade());
    const of = { taskId: id, type: "freezeDevices", scope: { of: "status", status: null } } as const;
    const draft = await world.draftOf(await followUp(deps, of, BOB));
    expect(draft.targetSet?.count).toBe(MAX_TARGETS);
    world.platform.devices = [...world.platform.devices, subTask("more", "Fail")];
    expect(await failureOf(followUp(deps, of, BOB))).toMatchObject({ issues: [{ message: "devices-many" }] });
  });

  test("half a list is never taken for a whole one", async () => {
    world.platform.devices = [subTask("d1", "Fail")];
    const id = await world.sent("firmwareUpgrade", upgrade());
    const of = { taskId: id, type: "freezeDevices", scope: { of: "status", status: "Fail" } } as const;
    world.platform.trouble = { kind: "throttled", retryAfterMs: 1, requestId: null };
    expect(await failureOf(followUp(deps, of, BOB))).toEqual(world.platform.trouble);
    world.platform.trouble = null;
    const turning = { task: onPlatform(), subTasks: { items: [...world.platform.devices], total: 2, next: "same" } };
    const round = { ...deps, iotda: { showTask: () => Promise.resolve(ok(turning)) } };
    expect(await failureOf(followUp(round, of, BOB))).toMatchObject({ kind: "unreadable" });
    world.platform.devices = [];
    expect(await failureOf(followUp(deps, of, BOB))).toMatchObject({ issues: [{ message: "devices-none" }] });
    expect(await opened.database.select().from(submissions)).toHaveLength(1);
  });

  test("a type that takes no list is no follow-up", async () => {
    const id = await world.sent("firmwareUpgrade", upgrade());
    const of = { taskId: id, type: "createDevices", scope: { of: "devices", deviceIds: ["d1"] } } as const;
    expect(await failureOf(followUp(deps, of, BOB))).toMatchObject({ issues: [{ message: "targets-way" }] });
  });

  test("freezing is taken back by unfreezing where it succeeded", async () => {
    world.platform.devices = [subTask("d1", "Success"), subTask("d2", "Fail"), subTask("d3", "Success")];
    const id = await world.sent("freezeDevices", plain("Freeze north"));
    const draft = await world.draftOf(await undoTask(deps, { taskId: id }, BOB));
    expect(draft).toMatchObject({ type: "unfreezeDevices", step: "who", content: { title: "" } });
    expect(await world.idsOf(draft)).toEqual(["d1", "d3"]);
    expect(draft.origin).toMatchObject({ from: "undo", devices: { count: 2, which: "Success" } });
  });

  test("a registration is taken back by the IDs that it gave, and its secrets are left behind", async () => {
    const output = (id: string) => JSON.stringify({ device_id: id, secret: "OURSECRET", fingerprint: "" });
    world.platform.devices = [
      subTask("pump n1", "Success", output("pump_n1")),
      subTask("pump n2", "Success", output("pump_n2")),
    ];
    const id = await world.elsewhere({ type: "createDevices" });
    const draft = await world.draftOf(await undoTask(deps, { taskId: id }, BOB));
    expect(draft.type).toBe("deleteDevices");
    expect(await world.idsOf(draft)).toEqual(["pump_n1", "pump_n2"]);
    const rows = await Promise.all([opened.database.select().from(submissions), opened.database.select().from(audit)]);
    expect(JSON.stringify(rows)).not.toContain("OURSECRET");
  });

  test("an upgrade is taken back with the package to be chosen, and says what may have run before", async () => {
    world.platform.devices = [subTask("d1", "Success")];
    const id = await world.sent("firmwareUpgrade", upgrade());
    const draft = await world.draftOf(await undoTask(deps, { taskId: id }, BOB));
    expect(draft).toMatchObject({
      type: "firmwareUpgrade",
      step: "what",
      content: { title: "", packageId: "", gatewayMode: true },
      origin: { notes: ["choose-previous"], versions: ["2.2", "2.3"] },
    });
    const away = { ...deps, packages: () => Promise.reject(new Error("away")) };
    const other = await world.draftOf(await undoTask(away, { taskId: id }, BOB));
    expect(other.origin).toMatchObject({ notes: ["choose-previous", "versions-not-told"], versions: [] });
  });

  test("settings are taken back with the form open on the same product and nothing filled in", async () => {
    world.platform.devices = [subTask("d1", "Success")];
    const service = { serviceId: "light", free: false, mode: "form", fields: [], json: "" } as const;
    const filled = { ...service, change: "set", cleared: ["mode"], values: [{ name: "on", value: "true" }] } as const;
    const { productId, services } = { productId: "lamp", services: [filled] };
    const content = { ...plain("Lights on"), shadow: { productId, services } };
    const id = await world.sent("updateDeviceShadows", content);
    const draft = await world.draftOf(await undoTask(deps, { taskId: id }, BOB));
    expect(draft).toMatchObject({
      type: "updateDeviceShadows",
      step: "what",
      content: { title: "", shadow: { productId: "lamp", services: [{ ...service, values: [], cleared: [] }] } },
      origin: { from: "undo", notes: ["fill-inverse"] },
    });
    expect(await world.idsOf(draft)).toEqual(["d1"]);
  });

  test("a deletion has no undo", async () => {
    const id = await world.sent("deleteDevices", plain("Retire"));
    expect(await failureOf(undoTask(deps, { taskId: id }, BOB))).toMatchObject({ issues: [{ message: "no-undo" }] });
  });
});
