import type { Issue } from "@/lib/failure";

/** What devices can be looked for by, in the order in which they are asked for. */
export const DEVICE_FILTERS = [
  "product",
  "status",
  "name",
  "node",
  "device",
  "tag",
  "tagValue",
  "firmware",
  "software",
  "gateway",
  "group",
] as const;
export type DeviceFilterName = (typeof DEVICE_FILTERS)[number];

/** All that is given must hold. A device must be of the product, be a child of the gateway, be directly in the group. */
export type DeviceFilter = { readonly [N in DeviceFilterName]?: string };

/** IoTDA reference: devices. Others may be told, but none of them can be asked for. */
export const DEVICE_STATUSES = ["ONLINE", "OFFLINE", "ABNORMAL", "INACTIVE", "FROZEN"] as const;

/** What lists can be narrowed by where the platform has no search. IoTDA reference: ListDevices, ShowDevicesInGroup. */
const LISTABLE: readonly DeviceFilterName[] = ["product", "gateway", "device", "group"];

/** IoTDA reference: SearchDevices, at most 5 conditions; one is left for the place in the list. */
const MAX_CONDITIONS = 4;

const RULES: { readonly [N in DeviceFilterName]: RegExp } = {
  product: /^[A-Za-z0-9_-]{1,36}$/,
  status: new RegExp(`^(${DEVICE_STATUSES.join("|")})$`),
  name: searchable(256),
  node: /^[A-Za-z0-9_-]{1,64}$/,
  device: /^[A-Za-z0-9_-]{1,128}$/,
  tag: searchable(64),
  tagValue: searchable(128),
  firmware: searchable(256),
  software: searchable(256),
  gateway: /^[A-Za-z0-9_-]{1,128}$/,
  group: /^[a-fA-F0-9-]{1,36}$/,
};

/** Letters, digits and signs that names have, but for those that end or bend a quoted text: ' " ` \ ; and the like. */
function searchable(most: number): RegExp {
  return new RegExp(`^[\\p{L}\\p{N} _?#().,&%@!:/+=-]{1,${most}}$`, "u");
}

/** Reads a filter from an address; what is blank is not given. */
export function parseDeviceFilter(get: (name: DeviceFilterName) => string | null | undefined): DeviceFilter {
  const filter: { [N in DeviceFilterName]?: string } = {};
  for (const name of DEVICE_FILTERS) {
    const value = get(name)?.trim();
    if (value) filter[name] = value;
  }
  return filter;
}

/** The filter as the query of an address: "" or with its question mark. `after` is where the list goes on. */
export function deviceFilterQuery(filter: DeviceFilter, after: string | null = null): string {
  const query = new URLSearchParams();
  for (const name of DEVICE_FILTERS) if (filter[name]) query.set(name, filter[name]);
  if (after !== null) query.set("after", after);
  return query.size === 0 ? "" : `?${query}`;
}

export const givenFilters = (filter: DeviceFilter): readonly DeviceFilterName[] =>
  DEVICE_FILTERS.filter((name) => filter[name] !== undefined);

/** A device, a gateway and a group each lie in one resource space only, so that the space need not be said as well. */
export const saysItsSpace = ({ device, gateway, group }: DeviceFilter): boolean =>
  device !== undefined || gateway !== undefined || group !== undefined;

/** How many conditions a search for it takes: a gateway is itself left out of its children. */
const conditions = (filter: DeviceFilter): number =>
  givenFilters(filter).length + (filter.gateway === undefined ? 0 : 1) + (saysItsSpace(filter) ? 0 : 1);

/** What keeps it from being searched for; empty when nothing does. */
export function deviceFilterIssues(filter: DeviceFilter): readonly Issue[] {
  const wrong = givenFilters(filter).filter((name) => !RULES[name].test(filter[name] ?? ""));
  if (wrong.length > 0) return wrong.map((path) => ({ path, message: "filter-value" }));
  return conditions(filter) <= MAX_CONDITIONS ? [] : [{ path: "", message: "filter-many" }];
}

/** True for what only a search can look for. */
export const needsSearch = (name: DeviceFilterName): boolean => !LISTABLE.includes(name);

/** Which of them a platform without a search can not apply. Members of a group are told without anything else. */
export const unlistable = (filter: DeviceFilter): readonly DeviceFilterName[] =>
  givenFilters(filter).filter(
    (name, _, all) => needsSearch(name) || (all.length > 1 && (name === "group" || name === "device")),
  );
