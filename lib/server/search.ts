import { type Failure, FailureError, unwrap } from "@/lib/failure";
import { type DeviceFilter, deviceFilterIssues, givenFilters, unlistable } from "@/lib/fleet/device-filter";
import type { DeviceIds, DeviceList } from "@/lib/fleet/device-list";
import type { Device, GroupMember } from "@/lib/fleet/fleet";
import type { Iotda } from "@/lib/iotda/iotda";
import { MAX_SQL, searchPage, searchWhere } from "@/lib/iotda/search-sql";
import type { Page } from "@/lib/tasks/task";
import { PAGE } from "./read-pages";

export type SearchPorts = Pick<
  Iotda,
  "searchDevices" | "countDevices" | "listDevices" | "listGroupMembers" | "showDevice"
>;
export type Asked = { spaceId: string; filter: DeviceFilter; after: string | null };

/** Pages behind one answer of ids: a search takes a second each, a list a fraction of it. */
const SEARCHES_AT_ONCE = 4;
const LISTS_AT_ONCE = 10;

/** IoTDA reference: paging; what a search gives is not documented as strictly. */
const MARKER = /^[A-Za-z0-9]{1,64}$/;

/** One page of what a filter matches. `searches` tells whether the platform has a search. Throws its failure. */
export async function findDevices(iotda: SearchPorts, asked: Asked, searches: boolean): Promise<DeviceList> {
  const { filter, after } = checked(asked);
  if (!searches && unlistable(filter).length > 0)
    return { items: [], next: null, count: null, unavailable: unlistable(filter), searches };
  const page = await pageOf(iotda, asked, searches);
  const count = page.total ?? (after === null && page.next === null ? page.items.length : null);
  return { items: page.items, next: page.next, count, unavailable: [], searches };
}

/** The ids of several pages, from `after` on. */
export async function findDeviceIds(iotda: SearchPorts, asked: Asked, searches: boolean): Promise<DeviceIds> {
  const { filter } = checked(asked);
  if (!searches && unlistable(filter).length > 0) return { ids: [], next: null, unavailable: unlistable(filter) };
  const most = searches && !isListed(filter) ? SEARCHES_AT_ONCE : LISTS_AT_ONCE;
  const ids: string[] = [];
  let { after } = asked;
  for (let read = 0; read < most; read += 1) {
    const page = await pageOf(iotda, { ...asked, after }, searches && !isListed(filter));
    ids.push(...page.items.map(({ id }) => id));
    after = page.next;
    if (after === null) break;
  }
  return { ids, next: after, unavailable: [] };
}

/** How many match now; null where the platform can not tell. */
export async function countDevices(iotda: SearchPorts, asked: Asked, searches: boolean): Promise<number | null> {
  const { filter, spaceId } = checked(asked);
  if (searches && !isPlain(filter)) return unwrap(await iotda.countDevices(searchWhere(filter, spaceId)));
  if (unlistable(filter).length > 0) return null;
  return (await pageOf(iotda, { ...asked, after: null }, false)).total;
}

/** Basic editions have no search, and some accounts may not use it. Throws what says neither. */
export async function hasSearch(iotda: Pick<SearchPorts, "countDevices">): Promise<boolean> {
  const counted = await iotda.countDevices("");
  if (counted.ok) return true;
  if (isWithoutSearch(counted.failure)) return false;
  throw new FailureError(counted.failure);
}

export const isWithoutSearch = (failure: Failure): boolean =>
  failure.kind === "refused" ||
  failure.kind === "missing" ||
  (failure.kind === "credentials" && failure.cause === "permission");

/** Lists say as much as a search about these, and are not limited to one a second. */
const isPlain = (filter: DeviceFilter): boolean =>
  givenFilters(filter).every((name) => name === "product" || name === "gateway");

/** For ids alone the members of a group will do as well. */
const isListed = (filter: DeviceFilter): boolean => unlistable(filter).length === 0;

function checked(asked: Asked): Asked {
  const issues = deviceFilterIssues(asked.filter);
  if (issues.length > 0) throw new FailureError({ kind: "invalid", issues });
  if (asked.after !== null && !MARKER.test(asked.after)) throw new FailureError({ kind: "missing", what: "page" });
  return asked;
}

async function pageOf(iotda: SearchPorts, asked: Asked, searches: boolean): Promise<Page<Device>> {
  const { spaceId, filter, after } = asked;
  const paging = { limit: PAGE, ...(after !== null && { marker: after }) };
  if (searches && !isPlain(filter)) return searched(iotda, asked);
  if (filter.device !== undefined) return shown(iotda, filter.device, spaceId);
  if (filter.group !== undefined) {
    const page = unwrap(await iotda.listGroupMembers({ groupId: filter.group, ...paging }));
    return { ...page, items: page.items.map(fromMember) };
  }
  const { product: productId, gateway: gatewayId } = filter;
  return unwrap(
    await iotda.listDevices({
      spaceId,
      ...(productId !== undefined && { productId }),
      ...(gatewayId !== undefined && { gatewayId }),
      ...paging,
    }),
  );
}

async function searched(iotda: SearchPorts, { spaceId, filter, after }: Asked): Promise<Page<Device>> {
  const sql = searchPage(searchWhere(filter, spaceId), after, PAGE);
  if (sql.length > MAX_SQL) throw new FailureError({ kind: "invalid", issues: [{ path: "", message: "filter-long" }] });
  const items = unwrap(await iotda.searchDevices(sql));
  if (items.length < PAGE) return { items, total: null, next: null };
  const next = items.at(-1)?.marker ?? null;
  // A full page that does not say where to go on is not the end: half a list must not pass for a whole one.
  if (next === null || next === after || !MARKER.test(next))
    throw new FailureError({ kind: "unreadable", operation: "SearchDevices", requestId: null });
  return { items, total: null, next };
}

async function shown(iotda: SearchPorts, deviceId: string, spaceId: string): Promise<Page<Device>> {
  const found = await iotda.showDevice(deviceId);
  if (!found.ok && found.failure.kind !== "missing") throw new FailureError(found.failure);
  const isHere = found.ok && (found.value.spaceId === null || found.value.spaceId === spaceId);
  return { items: isHere ? [found.value] : [], total: isHere ? 1 : 0, next: null };
}

/** What a group does not tell of its members stays unknown. */
const fromMember = (member: GroupMember): Device => ({
  ...member,
  productName: "",
  status: "",
  isChild: false,
  gatewayId: null,
  firmware: null,
  software: null,
  description: "",
  tags: [],
});
