import type { Device } from "@/lib/fleet/fleet";
import type { Iotda, Paging } from "@/lib/iotda/iotda";
import { searchPage } from "@/lib/iotda/search-sql";
import { PAGE } from "../read-pages";
import type { Caller } from "./caller";
import { type Looked, lookedAt, UNLOOKED } from "./looked";
import { type Reading, readOn, unread } from "./pages";
import { packIds, planReading, spread } from "./plan";

export type DevicePorts = Pick<Iotda, "listDevices" | "showDevice" | "searchDevices">;

/** `productId` of the devices that are wanted, null where any will do; `groupIds` where the devices come from groups. */
type Wish = { spaceId: string; productId: string | null; groupIds: readonly string[] | null };

/** `onPlan` is told how many more calls it will take. */
type Reader = {
  iotda: DevicePorts;
  caller: Caller;
  wish: Wish;
  devices: Map<string, Looked>;
  onPlan: (calls: number) => void;
};

/** Of those that are not of the wanted product, as many are looked at to tell which of them exist at all. */
const MAX_FOREIGN = 300;

/** Below this many, finding out how long the list would be costs more than it saves. */
const FEW = 20;

/** Every device of the list, so far as it was read: for what only a whole list tells. */
type Listed = { whole: boolean; parents: ReadonlySet<string> };

/** Finds out about as many of `devices` as can be afforded, by whatever way reaches most of them. */
export async function readDevices(reader: Reader): Promise<Listed> {
  const { caller, wish, devices, iotda } = reader;
  const { spaceId, productId } = wish;
  const list = (paging: Paging) => iotda.listDevices({ spaceId, ...(productId !== null && { productId }), ...paging });
  let listing: Reading<Device> = unread();
  const onPage = (page: readonly Device[]) => {
    for (const device of page) put(reader, device);
  };
  const readList = async (maxPages: number) => {
    listing = await readOn(listing, { caller, operation: "ListDevices", maxPages, onPage }, list);
  };
  if (pending(devices).length > FEW) await readList(1);
  for (let searches = true, listable = true; ; ) {
    if (listing.whole) noteAbsent(reader);
    const rest = pending(devices);
    const ids = listing.whole ? spread(rest, MAX_FOREIGN) : rest;
    const listed = listable && listing.total !== null && !listing.whole ? listing.total - listing.items.length : null;
    const work = { ...sizeOf(ids), listed, members: wish.groupIds && ids.length, searches, calls: caller.left() };
    const plan = planReading(work);
    if (plan === null) break;
    reader.onPlan(plan.calls);
    if (plan.by === "list") {
      await readList(plan.calls);
      listable = false;
      // A part of a list says nothing of those that are not in it, and what it cost is spent.
      if (!listing.whole) break;
    } else if (plan.by === "show") {
      await showEach(reader, spread(ids, plan.reaches));
      break;
    } else {
      const done =
        plan.by === "group" ? await searchGroups(reader) : await searchEach(reader, spread(ids, plan.reaches));
      if (done) break;
      searches = false;
    }
  }
  const parents = listing.items.flatMap(({ isChild, gatewayId }) => (isChild && gatewayId !== null ? [gatewayId] : []));
  return { whole: listing.whole && productId === null, parents: new Set(parents) };
}

/** Those of which it is not known yet whether they exist, or how they are. */
const pending = (devices: ReadonlyMap<string, Looked>): readonly string[] =>
  [...devices].flatMap(([id, { exists, facts }]) => (exists !== false && facts === null ? [id] : []));

const sizeOf = (ids: readonly string[]) => ({
  count: ids.length,
  idLength: ids.reduce((sum, id) => sum + id.length, 0) / Math.max(1, ids.length),
});

function put({ devices }: Reader, device: Device): void {
  if (devices.has(device.id)) devices.set(device.id, lookedAt(device));
}

/** Who is not in a whole list is not in the space, or not of the product. */
function noteAbsent({ devices, wish }: Reader): void {
  for (const id of pending(devices)) {
    const before = devices.get(id) ?? UNLOOKED;
    devices.set(id, wish.productId === null ? { ...UNLOOKED, exists: false } : { ...before, foreign: true });
  }
}

async function showEach({ iotda, caller, wish, devices }: Reader, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const shown = await caller.ask("ShowDevice", () => iotda.showDevice(id));
    if (shown.ok) {
      const elsewhere = shown.value.spaceId !== null && shown.value.spaceId !== wish.spaceId;
      devices.set(id, elsewhere ? { ...UNLOOKED, exists: false } : lookedAt(shown.value));
    } else if (shown.missing) devices.set(id, { ...UNLOOKED, exists: false });
    else if (caller.left() <= 0) return;
  }
}

/** False when this platform has no search. */
async function searchEach(reader: Reader, ids: readonly string[]): Promise<boolean> {
  const { iotda, caller, wish, devices } = reader;
  for (const { sql, ids: asked } of packIds(wish.spaceId, ids)) {
    const found = await caller.ask("SearchDevices", () => iotda.searchDevices(sql));
    if (!found.ok && found.without) return false;
    if (!found.ok) continue;
    for (const device of found.value) put(reader, device);
    for (const id of asked) if (devices.get(id)?.facts === null) devices.set(id, { ...UNLOOKED, exists: false });
  }
  return true;
}

/** The members of each group, a page at a time. False when this platform has no search. */
async function searchGroups(reader: Reader): Promise<boolean> {
  const { iotda, caller, wish } = reader;
  for (const groupId of wish.groupIds ?? []) {
    for (let after: string | null = null, more = true; more; ) {
      const sql = searchPage(`group_id = '${groupId}'`, after, PAGE);
      const found = await caller.ask("SearchDevices", () => iotda.searchDevices(sql));
      if (!found.ok && found.without) return false;
      if (!found.ok) break;
      for (const device of found.value) put(reader, device);
      const last = found.value.at(-1)?.marker ?? null;
      more = found.value.length === PAGE && last !== null && last !== after;
      after = last;
    }
  }
  return true;
}
