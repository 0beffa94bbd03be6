import type { Device, DeviceDetail } from "@/lib/fleet/fleet";

/** What the findings need of a device; 30,000 of them are kept, so nothing else is. */
type Facts = Pick<Device, "productName" | "status" | "isChild" | "firmware" | "software">;

/**
 * What is known of one device. Null is what nobody could tell: `exists` when it was not asked for, `facts` when it was
 * not read. `foreign` when it is not among the devices of the wanted product, whatever else it is.
 */
export type Looked = {
  exists: boolean | null;
  productId: string | null;
  foreign: boolean;
  facts: Facts | null;
  modules: DeviceDetail["modules"] | null;
  hasChildren: boolean | null;
};

export const UNLOOKED: Looked = {
  exists: null,
  productId: null,
  foreign: false,
  facts: null,
  modules: null,
  hasChildren: null,
};

/** A device as a list, a search or a question for it alone gave it. */
export const lookedAt = (device: Device & Partial<Pick<DeviceDetail, "modules">>): Looked => {
  const { productId, productName, status, isChild, firmware, software, modules = null } = device;
  const facts = { productName, status, isChild, firmware, software };
  return { ...UNLOOKED, exists: true, productId, facts, modules };
};

/** One thing that the task reaches: a device, or a row that says more than a device's ID. */
export type Target = { id: string; row: { productId: string; gatewayId: string } | null };

/** What the findings compare devices with; null where it could not be read, or nothing was chosen. */
export type Known = {
  wanted: { productId: string; productName: string | null } | null;
  upgrade: {
    of: "firmware" | "software" | "module";
    to: string;
    over: readonly string[];
    module: string | null;
  } | null;
  /** The protocol of every product of the space by the product's id. */
  protocols: ReadonlyMap<string, string> | null;
  /** Other unfinished tasks by the devices that they reach; `whole` when all of those tasks could be read. */
  busy: { tasks: ReadonlyMap<string, string>; whole: boolean } | null;
};

export const NOTHING_KNOWN: Known = { wanted: null, upgrade: null, protocols: null, busy: null };

/** Everything that one look has come to so far. */
export type Board = {
  targets: readonly Target[];
  devices: ReadonlyMap<string, Looked>;
  known: Known;
};
