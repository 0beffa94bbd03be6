import type { DeviceFilterName } from "./device-filter";
import type { Device, DeviceDetail, ShadowService } from "./fleet";

/** Some devices that a filter matches, newest first. `next` is where to go on; null at the end. */
export type DeviceList = {
  items: readonly Device[];
  next: string | null;
  /** All that match, as the platform counts them now; null where that takes a question of its own. */
  count: number | null;
  /** Filters that this platform can not apply: nothing was asked then, rather than something wider. */
  unavailable: readonly DeviceFilterName[];
  /** False where the platform can only list: then a few filters are all there is. */
  searches: boolean;
};

/** The same as ids only, several pages at once, for a list that is made from all of them. */
export type DeviceIds = Omit<DeviceList, "items" | "count" | "searches"> & { ids: readonly string[] };

/** One device with what it is told and what it tells; `shadow` is null where that could not be read. */
export type DeviceView = { device: DeviceDetail; shadow: readonly ShadowService[] | null; now: string };
