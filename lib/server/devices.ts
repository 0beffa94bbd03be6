import "server-only";
import { FailureError, unwrap } from "@/lib/failure";
import { type DeviceFilter, deviceFilterQuery, parseDeviceFilter } from "@/lib/fleet/device-filter";
import type { DeviceIds, DeviceList, DeviceView } from "@/lib/fleet/device-list";
import { once } from "@/lib/once";
import { createPollCache } from "./poll-cache";
import { runtime } from "./runtime";
import * as search from "./search";
import { currentSpace } from "./spaces";

const LIST_TTL_MS = 10_000;
const COUNT_TTL_MS = 30_000;
/** A platform gets or loses its search when its edition changes. */
const SEARCH_TTL_MS = 600_000;

const caches = once("devices", () => ({
  lists: createPollCache<DeviceList>({ ttlMs: LIST_TTL_MS, now: Date.now }),
  counts: createPollCache<number | null>({ ttlMs: COUNT_TTL_MS, now: Date.now }),
  search: createPollCache<boolean>({ ttlMs: SEARCH_TTL_MS, now: Date.now }),
}));

/** True where this platform has SearchDevices; asked once in ten minutes. Throws the platform's failure. */
async function searchesDevices(): Promise<boolean> {
  const { iotda } = await runtime();
  return caches().search.get("here", () => search.hasSearch(iotda));
}

const askedIn = (query: URLSearchParams) => ({
  filter: parseDeviceFilter((name) => query.get(name)),
  after: query.get("after"),
});

/** A page of the current space's devices, by the filters in an address. */
export async function listDevices(query: URLSearchParams): Promise<DeviceList> {
  const { filter, after } = askedIn(query);
  const { id: spaceId } = await currentSpace();
  const { iotda } = await runtime();
  const key = `${spaceId} ${deviceFilterQuery(filter, after)}`;
  const searches = await searchesDevices();
  return caches().lists.get(key, () => search.findDevices(iotda, { spaceId, filter, after }, searches));
}

/** The ids that a filter matches, a few pages an answer: whoever makes a list asks until `next` is null. */
export async function listDeviceIds(query: URLSearchParams): Promise<DeviceIds> {
  const { id: spaceId } = await currentSpace();
  const { iotda } = await runtime();
  return search.findDeviceIds(iotda, { spaceId, ...askedIn(query) }, await searchesDevices());
}

/** How many devices a filter matches now. */
export async function countDevices(query: URLSearchParams): Promise<number | null> {
  const { filter } = askedIn(query);
  const { id: spaceId } = await currentSpace();
  return countOf(spaceId, filter);
}

async function countOf(spaceId: string, filter: DeviceFilter): Promise<number | null> {
  const { iotda } = await runtime();
  const searches = await searchesDevices();
  return caches().counts.get(`${spaceId} ${deviceFilterQuery(filter)}`, () =>
    search.countDevices(iotda, { spaceId, filter, after: null }, searches),
  );
}

/** One device of the current space, read now, with its shadow. */
export async function getDevice(deviceId: string): Promise<DeviceView> {
  const { iotda, now } = await runtime();
  const { id: spaceId } = await currentSpace();
  const [device, shadow] = await Promise.all([iotda.showDevice(deviceId), iotda.showShadow(deviceId)]);
  const shown = unwrap(device);
  if (shown.spaceId !== null && shown.spaceId !== spaceId) throw new FailureError({ kind: "missing", what: "device" });
  return { device: shown, shadow: shadow.ok ? shadow.value : null, now: new Date(now()).toISOString() };
}
