import { fail, ok } from "@/lib/failure";
import type { Device, DeviceDetail, FoundDevice, Product } from "@/lib/fleet/fleet";
import type { Paging } from "@/lib/iotda/iotda";
import type { Page } from "@/lib/tasks/task";
import { createCaller, createPace } from "./caller";
import { MAX_CALLS } from "./plan";
import type { Ports } from "./ports";

/** For tests: a clock that only sleeping moves. */
export function testClock() {
  let time = 0;
  return {
    now: () => time,
    sleep: async (ms: number) => {
      time += ms;
    },
  };
}

export const testCaller = (maxCalls = MAX_CALLS, clock = testClock()) => createCaller(createPace(clock), maxCalls);

export const testDevice = (id: string, change: Partial<Device> = {}): Device => ({
  id,
  nodeId: id,
  name: id,
  productId: "pump",
  productName: "Pump",
  status: "ONLINE",
  isChild: false,
  gatewayId: null,
  firmware: null,
  software: null,
  description: "",
  tags: [],
  ...change,
});

const detail = (device: Device): DeviceDetail => ({
  ...device,
  spaceId: "space",
  authType: null,
  secureAccess: null,
  sdkVersion: null,
  modules: [],
  createdAt: null,
  activatedAt: null,
  statusSince: null,
});

/** Pages of a list whose markers are places in it. */
function paged<T>(items: readonly T[], { marker, limit = 10 }: Paging): Page<T> {
  const from = Number(marker ?? 0);
  const end = from + limit;
  return { items: items.slice(from, end), total: items.length, next: end < items.length ? String(end) : null };
}

type World = { devices: readonly Device[]; groups?: Record<string, readonly string[]>; products?: readonly Product[] };

const inList = (sql: string): readonly string[] => [...sql.matchAll(/'([^']*)'/g)].map(([, id = ""]) => id);

/** For tests: a platform with these devices, that counts its calls. */
export function testPorts({ devices, groups = {}, products = [] }: World, { searches = true } = {}) {
  const calls: Record<string, number> = {};
  const count = (operation: string) => {
    calls[operation] = (calls[operation] ?? 0) + 1;
  };
  const lists = new Map<string, readonly Device[]>();
  const byId = new Map(devices.map((device) => [device.id, device]));
  const found = (list: readonly Device[]): readonly FoundDevice[] =>
    list.map((device) => ({ ...device, marker: device.id }));
  const iotda: Ports["iotda"] = {
    async listDevices({ productId, gatewayId, ...paging }) {
      count("ListDevices");
      const of = `${productId} ${gatewayId}`;
      const own =
        lists.get(of) ??
        devices.filter(
          (device) =>
            (productId === undefined || device.productId === productId) &&
            (gatewayId === undefined || device.gatewayId === gatewayId || device.id === gatewayId),
        );
      lists.set(of, own);
      return ok(paged(own, paging));
    },
    async showDevice(id) {
      count("ShowDevice");
      const device = byId.get(id);
      return device === undefined ? fail({ kind: "missing", what: "device" }) : ok(detail(device));
    },
    async searchDevices(sql) {
      count("SearchDevices");
      if (!searches) return fail({ kind: "refused", status: 403, code: "c", message: "m", requestId: null });
      const [space, ...ids] = inList(sql);
      if (!sql.includes("group_id")) return ok(found(ids.flatMap((id) => byId.get(id) ?? [])));
      const after = ids[0];
      const members = (groups[space ?? ""] ?? []).filter((id) => after === undefined || id < after);
      const page = members.toSorted().toReversed().slice(0, 50);
      return ok(found(page.flatMap((id) => byId.get(id) ?? [])));
    },
    async listGroupMembers({ groupId, ...paging }) {
      count("ShowDevicesInGroup");
      const { items, ...page } = paged(groups[groupId] ?? [], paging);
      return ok({ ...page, items: items.flatMap((id) => byId.get(id) ?? []) });
    },
    async listProducts(paging) {
      count("ListProducts");
      return ok(paged(products, paging));
    },
    showPackage: () => Promise.resolve(fail({ kind: "missing", what: "package" })),
  };
  const ports: Ports = {
    iotda,
    packages: () => Promise.resolve(ok([])),
    deviceIds: () => Promise.resolve([]),
    rows: () => Promise.resolve([]),
    unfinished: () => Promise.resolve({ tasks: [], whole: true }),
  };
  return { ports, calls };
}
