import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { parseEnv } from "@/lib/env";
import { ok, unwrap } from "@/lib/failure";
import type { Device } from "@/lib/fleet/fleet";
import { createIotda } from "@/lib/iotda/client";
import type { Iotda } from "@/lib/iotda/iotda";
import { checksOf } from "@/lib/task-types/checks";
import type { FindingKind } from "@/lib/tasks/preflight";
import type { TaskType } from "@/lib/tasks/task-type";
import { readPages } from "../read-pages";
import { findingOf } from "./judge";
import { look } from "./look";
import { blankSlate } from "./ports";
import { subjectOf } from "./subject";
import { testCaller, testClock } from "./testing";

/* Against the simulator as a program of its own, which reads every search and every page as the platform does. */

const ready = z.object({
  endpoint: z.string(),
  ak: z.string(),
  sk: z.string(),
  project: z.string(),
  instance: z.string(),
  region: z.string(),
});

let child: ChildProcess;
let iotda: Iotda;
let spaceId: string;
let fleet: readonly Device[];

beforeAll(async () => {
  const args = [
    "--import",
    "tsx",
    "simulator/main.ts",
    "--port",
    "0",
    "--devices",
    "400",
    "--search-rate",
    "0",
    "--speed",
    "1",
  ];
  child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  if (child.stdout === null) throw new Error("The simulator has no output");
  const first = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
  const said = ready.parse(JSON.parse(String(first.value)));
  const { platform } = parseEnv({
    IOTDA_ENDPOINT: said.endpoint,
    IOTDA_REGION: said.region,
    IOTDA_INSTANCE_ID: said.instance,
    HUAWEICLOUD_SDK_AK: said.ak,
    HUAWEICLOUD_SDK_SK: said.sk,
    HUAWEICLOUD_SDK_PROJECT_ID: said.project,
  });
  iotda = createIotda({ platform, fetch, now: Date.now, sleep: testClock().sleep, random: Math.random });
  spaceId = unwrap(await iotda.listResourceSpaces()).find(({ isDefault }) => isDefault)?.id ?? "";
  fleet = (await readPages((paging) => iotda.listDevices({ spaceId, ...paging }), 100)).items;
});
afterAll(() => {
  child.kill();
});

async function looked(type: TaskType, content: object, ids: readonly string[], calls?: number) {
  const packages = unwrap(await iotda.listPackages({ spaceId, type: "firmwarePackage", limit: 50 })).items;
  const subject = subjectOf({ spaceId, type, content: { targets: { by: "devices", targetSetId: "s" }, ...content } });
  const caller = testCaller(calls);
  const slate = blankSlate();
  const ports = {
    iotda,
    packages: async () => ok(packages),
    deviceIds: async () => ids,
    rows: async () => [],
    unfinished: async () => ({ tasks: [], whole: true }),
  };
  await look(subject, ports, caller, slate);
  const at = (finds: FindingKind) =>
    findingOf(slate, { means: "fails", ...checksOf[type].find((one) => one.finds === finds), finds });
  return { at, slate, caller };
}
const count = (is: (device: Device) => boolean, of = fleet) => of.filter(is).length;
const isAway = ({ status }: Device) => !["ONLINE", "FROZEN"].includes(status);

test("every device of the space, and one that is not there", async () => {
  const { at, caller } = await looked("freezeDevices", {}, [...fleet.map(({ id }) => id), "ghost"]);
  expect(at("unknown")).toMatchObject({ count: 1, checked: fleet.length + 1 });
  expect(at("frozen")).toMatchObject({ count: count(({ status }) => status === "FROZEN"), checked: fleet.length + 1 });
  expect(at("child")).toMatchObject({ count: count(({ isChild }) => isChild) });
  expect(caller.made()).toBeLessThan(20);
  expect(caller.troubles).toEqual([]);
});

test("a search by ID, which the platform reads", async () => {
  const some = fleet.slice(0, 60);
  const { at, caller } = await looked("createMessages", {}, [...some.map(({ id }) => id), "ghost"], 8);
  expect(caller.troubles).toEqual([]);
  expect(at("unknown")).toMatchObject({ count: 1, checked: 61 });
  expect(at("offline")).toMatchObject({ count: count(isAway, some), checked: 61 });
  expect(at("protocol")).toMatchObject({ checked: 61 });
});

test("an upgrade of a group, held against its package", async () => {
  const packages = unwrap(await iotda.listPackages({ spaceId, type: "firmwarePackage", limit: 50 })).items;
  const wanted = packages.find(({ productId }) => fleet.some((device) => device.productId === productId));
  const groups = unwrap(await iotda.listGroups({ spaceId, limit: 50 })).items;
  let groupId = "";
  for (const { id } of groups) {
    const { items } = unwrap(await iotda.listGroupMembers({ groupId: id, limit: 50 }));
    if (groupId === "" && items.length > 20) groupId = id;
  }
  const members = (await readPages((paging) => iotda.listGroupMembers({ groupId, ...paging }), 100)).items;
  const own = fleet.filter(({ id }) => members.some((member) => member.id === id));
  const content = { packageId: wanted?.id, targets: { by: "groups", groupIds: [groupId] } };
  const { at, slate, caller } = await looked("firmwareUpgrade", content, []);
  expect(caller.troubles).toEqual([]);
  expect(slate).toMatchObject({ complete: true });
  expect(slate.targets).toHaveLength(members.length);
  expect(at("otherProduct")).toMatchObject({ count: count(({ productId }) => productId !== wanted?.productId, own) });
  const ofProduct = own.filter(({ productId }) => productId === wanted?.productId);
  expect(at("atVersion").count).toBe(count(({ firmware }) => firmware === wanted?.version, ofProduct));
});

test("a deletion finds the gateways that have children", async () => {
  const parents = new Set(fleet.flatMap(({ gatewayId }) => gatewayId ?? []));
  expect(parents.size).toBeGreaterThan(0);
  const whole = await looked(
    "deleteDevices",
    {},
    fleet.map(({ id }) => id),
  );
  expect(whole.at("gatewayWithChildren")).toMatchObject({ count: parents.size, checked: fleet.length });
  const few = [...parents].slice(0, 2).concat(fleet.find(({ id, isChild }) => !isChild && !parents.has(id))?.id ?? "");
  expect((await looked("deleteDevices", {}, few)).at("gatewayWithChildren")).toMatchObject({ count: 2, checked: 3 });
});
