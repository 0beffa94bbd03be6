import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checksOf } from "@/lib/task-types/checks";
import { FINDINGS, type FindingKind, MEANINGS } from "@/lib/tasks/preflight";
import { findingOf, foundBy } from "./judge";
import { type Board, type Known, type Looked, lookedAt, NOTHING_KNOWN, UNLOOKED } from "./looked";
import { testDevice } from "./testing";

const upgrade = { of: "firmware", to: "2.0", over: ["1.0"], module: null } as const;
const wanted = { productId: "pump", productName: "Pump" };
const gone: Looked = { ...UNLOOKED, exists: false };
const of = (change: Parameters<typeof testDevice>[1]) => lookedAt(testDevice("d", change));

/** Whether one device is found: true, false, or null where nobody knows. */
function isFound(finds: FindingKind, device: Looked | undefined, known: Partial<Known> = {}, row = null as Row) {
  const devices = new Map(device === undefined ? [] : [["d", device]]);
  if (row?.gateway !== undefined) devices.set("g", row.gateway);
  const target = { id: "d", row: row && { productId: "pump", gatewayId: row.gatewayId ?? "" } };
  const board: Board = { targets: [target], devices, known: { ...NOTHING_KNOWN, ...known } };
  const { count, checked } = findingOf(board, { finds, means: row === null ? "fails" : "rowFails" });
  return checked === 0 ? null : count === 1;
}
type Row = { gatewayId?: string; gateway?: Looked } | null;

test.each<[FindingKind, Looked | undefined, Partial<Known>, boolean | null]>([
  ["unknown", undefined, {}, null],
  ["unknown", UNLOOKED, {}, null],
  ["unknown", gone, {}, true],
  ["unknown", of({}), {}, false],
  ["otherProduct", of({}), {}, null],
  ["otherProduct", of({}), { wanted }, false],
  ["otherProduct", of({ productId: "valve" }), { wanted }, true],
  ["otherProduct", { ...UNLOOKED, foreign: true }, { wanted }, true],
  ["otherProduct", { ...UNLOOKED, exists: true, productId: "valve" }, { wanted }, true],
  ["otherProduct", UNLOOKED, { wanted }, null],
  ["otherProduct", gone, { wanted }, false],
  ["frozen", of({ status: "FROZEN" }), {}, true],
  ["frozen", of({ status: "ONLINE" }), {}, false],
  ["frozen", of({ status: "" }), {}, null],
  ["frozen", UNLOOKED, {}, null],
  ["frozen", gone, {}, false],
  ["notFrozen", of({ status: "ONLINE" }), {}, true],
  ["notFrozen", of({ status: "FROZEN" }), {}, false],
  ["offline", of({ status: "OFFLINE" }), {}, true],
  ["offline", of({ status: "INACTIVE" }), {}, true],
  ["offline", of({ status: "ABNORMAL" }), {}, true],
  ["offline", of({ status: "ONLINE" }), {}, false],
  ["offline", of({ status: "FROZEN" }), {}, false],
  ["offline", of({ status: "ASLEEP" }), {}, null],
  ["child", of({ isChild: true }), {}, true],
  ["child", of({}), {}, false],
  ["direct", of({}), {}, true],
  ["direct", of({ isChild: true }), {}, false],
  ["gatewayWithChildren", of({}), {}, null],
  ["gatewayWithChildren", { ...of({}), hasChildren: true }, {}, true],
  ["gatewayWithChildren", { ...of({}), hasChildren: false }, {}, false],
  ["gatewayWithChildren", of({ isChild: true }), {}, false],
  ["atVersion", of({ firmware: "2.0" }), { upgrade }, true],
  ["atVersion", of({ firmware: "1.0" }), { upgrade }, false],
  ["atVersion", of({ firmware: null }), { upgrade }, null],
  ["atVersion", of({ firmware: "2.0" }), {}, null],
  ["atVersion", of({ firmware: "2.0", productId: "valve" }), { upgrade, wanted }, false],
  ["atVersion", of({ software: "2.0", firmware: "1.0" }), { upgrade: { ...upgrade, of: "software" } }, true],
  ["sourceVersion", of({ firmware: "0.9" }), { upgrade }, true],
  ["sourceVersion", of({ firmware: "1.0" }), { upgrade }, false],
  ["sourceVersion", of({ firmware: "2.0" }), { upgrade }, false],
  ["sourceVersion", of({ firmware: null }), { upgrade }, null],
  ["busy", of({}), {}, null],
  ["busy", of({}), { busy: { tasks: new Map(), whole: true } }, false],
  ["busy", of({}), { busy: { tasks: new Map(), whole: false } }, null],
  ["busy", of({}), { busy: { tasks: new Map([["d", "Night"]]), whole: false } }, true],
  ["exists", gone, {}, false],
  ["exists", of({}), {}, true],
  ["exists", UNLOOKED, {}, null],
])("%s of %j", (finds, device, known, expected) => {
  expect(isFound(finds, device, known)).toBe(expected);
});

test("the module of a package is found among the modules of a device", () => {
  const radio = { ...of({}), modules: [{ name: "radio", version: "2.0" }] };
  const module = { of: "module", to: "2.0", over: [], module: "radio" } as const;
  expect(isFound("atVersion", radio, { upgrade: module })).toBe(true);
  expect(isFound("atVersion", of({}), { upgrade: module })).toBeNull();
});

describe("a protocol", () => {
  const protocols = new Map([
    ["pump", "mqtt"],
    ["meter", "LwM2M"],
    ["odd", ""],
  ]);
  test.each([
    ["pump", "onlyMqtt", 0, 1],
    ["meter", "onlyMqtt", 1, 1],
    ["pump", "neverMqtt", 1, 1],
    ["meter", "neverMqtt", 0, 1],
    ["odd", "onlyMqtt", 0, 0],
    ["unlisted", "onlyMqtt", 0, 0],
  ] as const)("of %s, %s", (productId, means, count, checked) => {
    const devices = new Map([["d", of({ productId })]]);
    const board = { targets: [{ id: "d", row: null }], devices, known: { ...NOTHING_KNOWN, protocols } };
    expect(findingOf(board, { finds: "protocol", means })).toMatchObject({ count, checked });
  });
});

test("rows are held against products and gateways", () => {
  expect(isFound("noProduct", UNLOOKED, { protocols: new Map([["pump", "MQTT"]]) }, {})).toBe(false);
  expect(isFound("noProduct", UNLOOKED, { protocols: new Map() }, {})).toBe(true);
  expect(isFound("noProduct", UNLOOKED, {}, {})).toBeNull();
  expect(isFound("noGateway", UNLOOKED, {}, { gatewayId: "" })).toBe(false);
  expect(isFound("noGateway", UNLOOKED, {}, { gatewayId: "g", gateway: gone })).toBe(true);
  expect(isFound("noGateway", UNLOOKED, {}, { gatewayId: "g", gateway: of({}) })).toBe(false);
  expect(isFound("noGateway", UNLOOKED, {}, { gatewayId: "g" })).toBeNull();
});

test("a finding never counts more than was checked, nor checks more than there are; its list is what it counts", () => {
  const looked = fc.record({
    exists: fc.constantFrom(true, false, null),
    productId: fc.constantFrom("pump", "valve", null),
    foreign: fc.boolean(),
    facts: fc.option(
      fc.record({
        productName: fc.constant("P"),
        status: fc.constantFrom("ONLINE", "OFFLINE", "FROZEN", "", "ODD"),
        isChild: fc.boolean(),
        firmware: fc.constantFrom("1.0", "2.0", "3.0", null),
        software: fc.constant(null),
      }),
    ),
    modules: fc.constant(null),
    hasChildren: fc.constantFrom(true, false, null),
  });
  const check = fc.record({ finds: fc.constantFrom(...FINDINGS), means: fc.constantFrom(...MEANINGS) });
  fc.assert(
    fc.property(fc.array(looked), fc.constantFrom(wanted, null), check, (all, product, asked) => {
      const devices = new Map(all.map((one, index) => [`d${index}`, one]));
      const targets = [...devices.keys()].map((id) => ({ id, row: null }));
      const board = { targets, devices, known: { ...NOTHING_KNOWN, wanted: product, upgrade } };
      const { count, checked } = findingOf(board, asked);
      expect(count).toBeLessThanOrEqual(checked);
      expect(checked).toBeLessThanOrEqual(all.length);
      expect(foundBy(board, asked)).toHaveLength(count);
    }),
  );
});

test("of devices that nobody looked at nothing is known, whatever the type asks for", () => {
  const board = { targets: [{ id: "d", row: null }], devices: new Map(), known: NOTHING_KNOWN };
  const told = Object.values(checksOf).flatMap((checks) => checks.map((check) => findingOf(board, check)));
  expect(told.filter(({ finds, checked }) => checked > 0 && finds !== "noGateway")).toEqual([]);
});
