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

/** A device as lists give it. `status` keeps an unknown word as it came. Versions are null until reported. */
export type Device = {
  id: string;
  nodeId: string;
  name: string;
  productId: string;
  productName: string;
  status: string;
  isChild: boolean;
  firmware: string | null;
  software: string | null;
};

/** Members of a group carry no status or version. IoTDA reference: ListDeviceGroups. */
export type GroupMember = { id: string; nodeId: string; name: string; productId: string };

export type DeviceGroup = {
  id: string;
  name: string;
  description: string;
  parentId: string | null;
  kind: "static" | "dynamic";
};

export type PackageType = "firmwarePackage" | "softwarePackage" | "modulePackage";

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
