import { describe, expect, test } from "vitest";
import { fail, ok } from "@/lib/failure";
import type { Device, Package } from "@/lib/fleet/fleet";
import { checksOf } from "@/lib/task-types/checks";
import type { FindingKind } from "@/lib/tasks/preflight";
import type { TaskType } from "@/lib/tasks/task-type";
import { findingOf, foundBy } from "./judge";
import { look } from "./look";
import type { Target } from "./looked";
import { blankSlate, type Ports } from "./ports";
import { subjectOf } from "./subject";
import { testCaller, testDevice, testPorts } from "./testing";

const numbered = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `d${String(from + index).padStart(6, "0")}`);
const some = (ids: readonly string[], change: Partial<Device> = {}) => ids.map((id) => testDevice(id, change));
const pumpPackage: Package = {
  id: "p2",
  type: "firmwarePackage",
  productId: "pump",
  productName: "Pump",
  version: "2.0",
  sourceVersions: ["1.0"],
  description: "",
  createdAt: null,
};
const product = (id: string, protocol: string) => ({
  id,
  name: id,
  deviceType: "",
  protocol,
  manufacturer: "",
  description: "",
});
const refusal = { kind: "refused", status: 500, code: "IOTDA.000001", message: "away", requestId: null } as const;

type Given = {
  type: TaskType;
  ports: Ports;
  content?: object;
  ids?: readonly string[];
  groupIds?: readonly string[];
  rows?: readonly Target[];
  calls?: number;
};

/** What is found, by kind: how many of how many checked, and who. */
async function looked({ type, ports, content = {}, ids = [], groupIds, rows, calls }: Given) {
  const devices = { by: "devices", targetSetId: "set" };
  const targets = groupIds !== undefined ? { by: "groups", groupIds } : rows ? { by: "rows", rowSetId: "r" } : devices;
  const subject = subjectOf({ spaceId: "space", type, content: { packageId: "", ...content, targets } });
  const caller = testCaller(calls);
  const slate = blankSlate();
  const own: Ports = {
    ...ports,
    packages: () => Promise.resolve(ok([pumpPackage])),
    deviceIds: () => Promise.resolve(ids),
    rows: () => Promise.resolve(rows ?? []),
  };
  await look(subject, own, caller, slate);
  const at = (finds: FindingKind) => {
    const check = checksOf[type].find((one) => one.finds === finds);
    if (check === undefined) throw new Error(`${type} does not look for ${finds}`);
    const { count, checked } = findingOf(slate, check);
    return { count, checked, ids: foundBy(slate, check).map(({ id }) => id) };
  };
  return { at, slate, caller };
}

describe("a list", () => {
  test("that is short is asked for device by device", async () => {
    const devices = [
      testDevice("a", { firmware: "2.0" }),
      testDevice("b", { firmware: "0.9", status: "OFFLINE" }),
      testDevice("c", { productId: "valve", status: "FROZEN" }),
    ];
    const { ports, calls } = testPorts({ devices });
    const { at } = await looked({
      type: "firmwareUpgrade",
      ports,
      content: { packageId: "p2" },
      ids: ["a", "b", "c", "ghost"],
    });
    expect(at("unknown")).toEqual({ count: 1, checked: 4, ids: ["ghost"] });
    expect(at("otherProduct")).toEqual({ count: 1, checked: 4, ids: ["c"] });
    expect(at("frozen")).toEqual({ count: 1, checked: 4, ids: ["c"] });
    expect(at("offline")).toEqual({ count: 1, checked: 4, ids: ["b"] });
    expect(at("atVersion")).toEqual({ count: 1, checked: 4, ids: ["a"] });
    expect(at("sourceVersion")).toEqual({ count: 1, checked: 4, ids: ["b"] });
    expect(at("busy")).toEqual({ count: 0, checked: 4, ids: [] });
    expect(calls).toEqual({ ShowDevice: 4 });
  });

  test("of 30,000 is held against the product's own devices, and the few that are none are asked for", async () => {
    const own = numbered(30_000);
    const devices = [...some(own, { firmware: "1.0" }), testDevice("valve1", { productId: "valve" })];
    const { ports, calls } = testPorts({ devices });
    const ids = [...own.slice(2), "valve1", "ghost"];
    const { at } = await looked({ type: "firmwareUpgrade", ports, content: { packageId: "p2" }, ids });
    expect(at("otherProduct")).toEqual({ count: 1, checked: 30_000, ids: ["valve1"] });
    expect(at("unknown")).toEqual({ count: 1, checked: 30_000, ids: ["ghost"] });
    expect(at("sourceVersion")).toMatchObject({ count: 0, checked: 30_000 });
    expect(calls.ListDevices).toBe(600);
  });

  test("that no budget covers says of how many it speaks, and calls nobody unknown who was not asked for", async () => {
    const devices = some(numbered(30_000), { status: "OFFLINE" });
    const { ports, calls } = testPorts({ devices }, { searches: false });
    const { at, caller } = await looked({ type: "freezeDevices", ports, ids: numbered(30_000), calls: 100 });
    expect(at("child")).toMatchObject({ count: 0, checked: 5_000 });
    expect(at("unknown")).toMatchObject({ count: 0, checked: 5_000 });
    expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(caller.left()).toBe(0);
  });

  test("in a large space is searched for by ID, and without a search a part is asked for", async () => {
    const ids = numbered(2_000);
    const devices = some(numbered(120_000));
    const withSearch = testPorts({ devices });
    const searched = await looked({ type: "freezeDevices", ports: withSearch.ports, ids: [...ids, "ghost"] });
    expect(searched.at("unknown")).toEqual({ count: 1, checked: 2_001, ids: ["ghost"] });
    expect(withSearch.calls.SearchDevices).toBeLessThan(130);
    const without = testPorts({ devices }, { searches: false });
    const shown = await looked({ type: "freezeDevices", ports: without.ports, ids });
    expect(shown.at("unknown").checked).toBeGreaterThan(1_000);
    expect(shown.at("unknown").checked).toBeLessThan(2_000);
    expect(without.calls.SearchDevices).toBe(1);
  });

  test("of which another product's devices are many is not asked for without end", async () => {
    const ids = numbered(5_000, 100);
    const { ports, calls } = testPorts(
      { devices: [...some(numbered(100)), ...some(ids, { productId: "valve" })] },
      { searches: false },
    );
    const { at } = await looked({ type: "firmwareUpgrade", ports, content: { packageId: "p2" }, ids });
    expect(at("otherProduct")).toMatchObject({ count: 5_000, checked: 5_000 });
    expect(at("unknown")).toMatchObject({ count: 0, checked: 300 });
    expect(calls.ShowDevice).toBe(300);
  });
});

describe("a group", () => {
  test("is read member by member, and its members by what the list of their product says", async () => {
    const ids = numbered(120);
    const devices = [...some(ids.slice(0, 100)), ...some(ids.slice(100), { productId: "valve" })];
    const { ports } = testPorts({ devices, groups: { a1: ids.slice(0, 90), b2: ids.slice(80) } });
    const { at, slate } = await looked({
      type: "firmwareUpgrade",
      ports,
      content: { packageId: "p2" },
      groupIds: ["a1", "b2"],
    });
    expect(slate.complete).toBe(true);
    expect(slate.targets).toHaveLength(120);
    expect(at("otherProduct")).toMatchObject({ count: 20, checked: 120 });
    expect(at("unknown")).toMatchObject({ count: 0, checked: 120 });
  });

  test("of exactly 30,000 is read to its end, one of more is not and says so", async () => {
    const ids = numbered(30_050);
    const { ports } = testPorts({ devices: some(ids), groups: { a1: ids.slice(0, 30_000), b2: ids } });
    const whole = await looked({ type: "freezeDevices", ports, groupIds: ["a1"], calls: 600 });
    expect(whole.slate).toMatchObject({ complete: true });
    expect(whole.slate.targets).toHaveLength(30_000);
    const part = await looked({ type: "freezeDevices", ports, groupIds: ["b2"], calls: 700 });
    expect(part.slate).toMatchObject({ complete: false });
    expect(part.slate.targets).toHaveLength(30_000);
  });

  test("in a large product is searched by group", async () => {
    const members = numbered(2_000);
    const devices = [...some(members, { status: "OFFLINE" }), ...some(numbered(20_000, 2_000))];
    const { ports, calls } = testPorts({ devices, groups: { a1: members } });
    const { at } = await looked({ type: "firmwareUpgrade", ports, content: { packageId: "p2" }, groupIds: ["a1"] });
    expect(at("offline")).toMatchObject({ count: 2_000, checked: 2_000 });
    expect(calls.SearchDevices).toBe(41);
    expect(calls.ListDevices).toBe(1);
  });
});

test("a command is held against its product, and every device's protocol", async () => {
  const devices = [testDevice("a"), testDevice("b", { productId: "meter" })];
  const { ports } = testPorts({ devices, products: [product("pump", "MQTT"), product("meter", "LwM2M")] });
  const command = { productId: "pump" };
  const { at } = await looked({ type: "createCommands", ports, content: { command }, ids: ["a", "b"] });
  expect(at("otherProduct").ids).toEqual(["b"]);
  expect(at("protocol").ids).toEqual(["b"]);
  const message = await looked({ type: "createMessages", ports, ids: ["a", "b"] });
  expect(message.at("protocol").ids).toEqual(["b"]);
});

test("a deletion asks each gateway for its children, or reads them from a whole list", async () => {
  const child = (id: string, gatewayId: string) => testDevice(id, { isChild: true, gatewayId });
  const small = testPorts({ devices: [testDevice("g1"), testDevice("g2"), child("c1", "g1")] });
  const asked = await looked({ type: "deleteDevices", ports: small.ports, ids: ["g1", "g2", "c1"] });
  expect(asked.at("gatewayWithChildren")).toEqual({ count: 1, checked: 3, ids: ["g1"] });
  expect(small.calls).toEqual({ ShowDevice: 3, ListDevices: 2 });
  const gateways = numbered(100);
  const large = testPorts({ devices: [...some(gateways), child("c1", "d000007")] });
  const read = await looked({ type: "deleteDevices", ports: large.ports, ids: gateways });
  expect(read.at("gatewayWithChildren")).toEqual({ count: 1, checked: 100, ids: ["d000007"] });
  expect(large.calls).toEqual({ ListDevices: 3 });
});

test("devices of other unfinished tasks are named with the task; an unread group leaves the rest unknown", async () => {
  const ids = numbered(3);
  const { ports } = testPorts({ devices: some(ids), groups: { a1: [ids[1] ?? ""] } });
  const list = { title: "By list", deviceIds: () => Promise.resolve(["x", ids[0] ?? ""]), groupIds: [] };
  const group = { title: "By group", deviceIds: () => Promise.resolve([]), groupIds: ["a1"] };
  const busy = (whole: boolean) => ({ ...ports, unfinished: () => Promise.resolve({ tasks: [list, group], whole }) });
  const all = await looked({ type: "freezeDevices", ports: busy(true), ids });
  expect(all.at("busy")).toEqual({ count: 2, checked: 3, ids: ids.slice(0, 2) });
  const part = await looked({ type: "freezeDevices", ports: busy(false), ids });
  expect(part.at("busy")).toMatchObject({ count: 2, checked: 2 });
});

test("rows are held against devices, products and gateways", async () => {
  const { ports } = testPorts({
    devices: [testDevice("pump_1"), testDevice("gw")],
    products: [product("pump", "MQTT")],
  });
  const row = (id: string, productId: string, gatewayId = "") => ({ id, row: { productId, gatewayId } });
  const rows = [row("pump_1", "pump"), row("pump_2", "pump", "gw"), row("own", "ghost", "nobody")];
  const { at } = await looked({ type: "createDevices", ports, rows });
  expect(at("exists")).toEqual({ count: 1, checked: 3, ids: ["pump_1"] });
  expect(at("noProduct")).toEqual({ count: 1, checked: 3, ids: ["own"] });
  expect(at("noGateway")).toEqual({ count: 1, checked: 3, ids: ["own"] });
});

test("a failing call leaves unknown what hangs on it, is told with its code, and the rest is found", async () => {
  const { ports } = testPorts({ devices: [testDevice("a", { status: "FROZEN" })] });
  const broken = { ...ports, iotda: { ...ports.iotda, listProducts: () => Promise.resolve(fail(refusal)) } };
  const { at, caller } = await looked({ type: "createMessages", ports: broken, ids: ["a"] });
  expect(at("protocol")).toMatchObject({ count: 0, checked: 0 });
  expect(at("frozen")).toMatchObject({ count: 1, checked: 1 });
  expect(caller.troubles).toEqual([{ operation: "ListProducts", failure: refusal }]);
});

test("what was found until somebody skips it is kept, and of the rest nothing is said", async () => {
  const { ports, calls } = testPorts({ devices: some(numbered(30_000), { status: "FROZEN" }) });
  const subject = subjectOf({
    spaceId: "space",
    type: "freezeDevices",
    content: { targets: { by: "devices", targetSetId: "s" } },
  });
  const caller = testCaller();
  const slate = blankSlate();
  const check = checksOf.freezeDevices[2] ?? { finds: "frozen", means: "nothingChanges" };
  const meanwhile: number[] = [];
  const skipping: Ports["iotda"] = {
    ...ports.iotda,
    listDevices(of) {
      meanwhile.push(findingOf(slate, check).count);
      if (calls.ListDevices === 3) caller.stop();
      return ports.iotda.listDevices(of);
    },
  };
  await look(subject, { ...ports, iotda: skipping, deviceIds: async () => numbered(30_000) }, caller, slate);
  expect(meanwhile).toEqual([0, 50, 100, 150]);
  expect(findingOf(slate, check)).toMatchObject({ count: 200, checked: 200 });
  expect(slate.expected).toBe(600);
});
