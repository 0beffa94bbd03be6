import { DEVICE_FILTERS, type DeviceFilter, type DeviceFilterName, parseDeviceFilter } from "@/lib/fleet/device-filter";

/** A filter as a form holds it: every field is there, blank where nothing is asked for. */
export type FilterValues = { [N in DeviceFilterName]: string };

export const toFilterValues = (filter: DeviceFilter): FilterValues => ({
  product: filter.product ?? "",
  status: filter.status ?? "",
  name: filter.name ?? "",
  node: filter.node ?? "",
  device: filter.device ?? "",
  tag: filter.tag ?? "",
  tagValue: filter.tagValue ?? "",
  firmware: filter.firmware ?? "",
  software: filter.software ?? "",
  gateway: filter.gateway ?? "",
  group: filter.group ?? "",
});

export const toFilter = (values: FilterValues): DeviceFilter => parseDeviceFilter((name) => values[name]);

/** What is asked for seldom enough to stay folded until it is. */
export const SELDOM: readonly DeviceFilterName[] = DEVICE_FILTERS.slice(4);
