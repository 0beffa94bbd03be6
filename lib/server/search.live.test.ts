import { afterAll, beforeAll, expect, it } from "vitest";
import { unwrap } from "@/lib/failure";
import type { DeviceFilter } from "@/lib/fleet/device-filter";
import type { Device } from "@/lib/fleet/fleet";
import type { Iotda } from "@/lib/iotda/iotda";
import { type LiveSimulator, liveSimulator } from "@/lib/iotda/live-simulator";
import { readPages } from "./read-pages";
import { countDevices, findDeviceIds, findDevices, hasSearch } from "./search";

let live: LiveSimulator;
let iotda: Iotda;
let spaceId: string;
let fleet: Device[];

beforeAll(async () => {
  live = await liveSimulator(400);
  iotda = live.client({});
  spaceId = unwrap(await iotda.listResourceSpaces()).find(({ isDefault }) => isDefault)?.id ?? "";
  fleet = (await readPages((paging) => iotda.listDevices({ spaceId, ...paging }), 40)).items;
});
afterAll(() => live.stop());

async function idsOf(filter: DeviceFilter, searches = true): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: { ids: readonly string[]; next: string | null } = await findDeviceIds(
      iotda,
      { spaceId, filter, after },
      searches,
    );
    ids.push(...page.ids);
    after = page.next;
  } while (after !== null);
  return ids;
}

const first = (fits: (device: Device) => boolean): Device => {
  const found = fleet.find(fits);
  if (found === undefined) throw new Error("The seeded fleet has no such device");
  return found;
};

/** Filters with what they mean, held against the whole list. */
const meanings: readonly [string, () => { filter: DeviceFilter; fits: (device: Device) => boolean }][] = [
  ["status", () => ({ filter: { status: "OFFLINE" }, fits: ({ status }) => status === "OFFLINE" })],
  ["nothing", () => ({ filter: {}, fits: () => true })],
  [
    "product and status",
    () => {
      const { productId } = first(() => true);
      const filter = { product: productId, status: "ONLINE" };
      return { filter, fits: (device) => device.productId === productId && device.status === "ONLINE" };
    },
  ],
  [
    "the beginning of a node id",
    () => {
      const node = first(({ nodeId }) => nodeId.length > 6).nodeId.slice(0, 6);
      return { filter: { node }, fits: ({ nodeId }) => nodeId.startsWith(node) };
    },
  ],
  [
    "a firmware version",
    () => {
      const version = first(({ firmware }) => firmware !== null).firmware ?? "";
      return { filter: { firmware: version }, fits: ({ firmware }) => firmware === version };
    },
  ],
  [
    "a gateway, and not the gateway itself",
    () => {
      const gateway = first(({ isChild, gatewayId }) => isChild && gatewayId !== null).gatewayId ?? "";
      return { filter: { gateway }, fits: ({ gatewayId }) => gatewayId === gateway };
    },
  ],
  [
    "a gateway and a status",
    () => {
      const { gatewayId, status } = first(({ isChild }) => isChild);
      const filter = { gateway: gatewayId ?? "", status };
      return { filter, fits: (device) => device.gatewayId === gatewayId && device.status === status };
    },
  ],
  [
    "a tag and its value",
    () => {
      const { key, value } = first(({ tags }) => tags.length > 0).tags[0] ?? { key: "", value: "" };
      const filter = { tag: key, tagValue: value };
      return { filter, fits: ({ tags }) => tags.some((tag) => tag.key === key && tag.value === value) };
    },
  ],
];

it.each(meanings)("finds exactly the devices of %s, and counts them", async (_what, meaning) => {
  const { filter, fits } = meaning();
  const expected = fleet.filter(fits).map(({ id }) => id);
  expect(expected.length).toBeGreaterThan(0);
  const found = await idsOf(filter);
  expect(found.toSorted()).toEqual(expected.toSorted());
  expect(await countDevices(iotda, { spaceId, filter, after: null }, true)).toBe(expected.length);
  expect(await live.sim("GET", "violations")).toEqual({ violations: [] });
});

it("finds the same by lists alone, where lists can", async () => {
  const { productId } = first(() => true);
  const expected = fleet.filter((device) => device.productId === productId).map(({ id }) => id);
  expect((await idsOf({ product: productId }, false)).toSorted()).toEqual(expected.toSorted());
  const group = unwrap(await iotda.listGroups({ spaceId })).items.find(({ kind }) => kind === "static");
  const members = await idsOf({ group: group?.id ?? "" }, false);
  expect(members.length).toBe(
    await countDevices(iotda, { spaceId, filter: { group: group?.id ?? "" }, after: null }, true),
  );
});

it("knows that a basic edition has no search, and lists there", async () => {
  expect(await hasSearch(iotda)).toBe(true);
  await live.sim("POST", "faults", { operation: "SearchDevices", kind: "refuse", status: 403, code: "IOTDA.000034" });
  expect(await hasSearch(iotda)).toBe(false);
  const { id } = first(() => true);
  const page = await findDevices(iotda, { spaceId, filter: { device: id }, after: null }, false);
  expect(page).toMatchObject({ items: [{ id }], count: 1, searches: false });
});
