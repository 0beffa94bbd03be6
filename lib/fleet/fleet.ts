import type { Json } from "@/lib/json";

/** A resource space (the platform's `app_id`): every list and every create carries one. */
export type ResourceSpace = { id: string; name: string; isDefault: boolean };

export type Product = {
  id: string;
  name: string;
  deviceType: string;
  protocol: string;
  manufacturer: string;
  description: string;
};

type Tag = { key: string; value: string };

/**
 * A device as lists give it. `status` keeps an unknown word as it came. Versions are null until reported; `gatewayId` is
 * null for a device that is connected directly. A search gives no description. IoTDA reference: ListDevices.
 */
export type Device = {
  id: string;
  nodeId: string;
  name: string;
  productId: string;
  productName: string;
  status: string;
  isChild: boolean;
  gatewayId: string | null;
  firmware: string | null;
  software: string | null;
  description: string;
  tags: readonly Tag[];
};

/** A device as a search gives it: `marker` is where the search goes on after it. */
export type FoundDevice = Device & { marker: string | null };

/** One device in full, but for its secret, which never passes the door. IoTDA reference: ShowDevice. */
export type DeviceDetail = Device & {
  spaceId: string | null;
  /** SECRET or CERTIFICATES, or a new word as it came. */
  authType: string | null;
  secureAccess: boolean | null;
  sdkVersion: string | null;
  modules: readonly { name: string; version: string }[];
  createdAt: string | null;
  activatedAt: string | null;
  /** When its connection last changed. */
  statusSince: string | null;
};

/** What the platform wants of one service of a device, and what the device last said. */
export type ShadowService = { serviceId: string; desired: ShadowPart; reported: ShadowPart };
export type ShadowPart = { properties: { readonly [name: string]: Json }; at: string | null };

/** Members of a group carry no status or version. IoTDA reference: ListDeviceGroups. */
export type GroupMember = { id: string; nodeId: string; name: string; productId: string };

export type DeviceGroup = {
  id: string;
  name: string;
  description: string;
  parentId: string | null;
  kind: "static" | "dynamic";
};

export const PACKAGE_TYPES = ["firmwarePackage", "softwarePackage", "modulePackage"] as const;
export type PackageType = (typeof PACKAGE_TYPES)[number];

/** An OTA package. Packages have no name of their own: they are told by product and version. */
export type Package = {
  id: string;
  type: PackageType;
  productId: string;
  productName: string;
  version: string;
  /** Versions it may be installed over; empty means every version. */
  sourceVersions: readonly string[];
  description: string;
  createdAt: string | null;
};

/** Where a package's file lies. `sign` is the SHA-256 of the file in hex, or null. IoTDA reference: CreateOtaPackage. */
export type ObsLocation = { region: string; bucket: string; key: string; sign: string | null };

/** `location` is null where the platform does not tell it; `moduleName` belongs to packages of modules only. */
export type PackageDetail = Package & {
  moduleName: string | null;
  customInfo: string;
  location: ObsLocation | null;
};

/** What a new package is made of. The file stays where it is. IoTDA reference: CreateOtaPackage. */
export type NewPackage = Pick<Package, "type" | "productId" | "version" | "sourceVersions" | "description"> & {
  spaceId: string;
  moduleName: string | null;
  customInfo: string;
  location: ObsLocation;
};

/** A file of rows that waits on the platform for a task. IoTDA reference: ListBatchTaskFiles. */
export type TaskFile = { id: string; name: string; uploadedAt: string | null };
