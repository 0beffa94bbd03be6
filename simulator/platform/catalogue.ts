import type { JsonObject } from "../json";

/** A resource space. */
export interface Space {
  id: string;
  name: string;
  createdAt: number;
  isDefault: boolean;
}

export interface Product {
  record: string;
  id: string;
  spaceId: string;
  name: string;
  deviceType: string;
  protocol: string;
  dataFormat: "json" | "binary";
  manufacturer: string;
  industry: string;
  description: string;
  createdAt: number;
  /** The model: `service_capabilities` as the platform answers it. */
  services: JsonObject[];
}

export type PackageKind = "softwarePackage" | "firmwarePackage" | "modulePackage";

/** An upgrade package. It has neither a name nor a size: that is how the platform has it. */
export interface Package {
  id: string;
  spaceId: string;
  productId: string;
  kind: PackageKind;
  version: string;
  moduleName: string | undefined;
  /** Absent means that every source version is accepted. */
  sourceVersions: string[] | undefined;
  description: string;
  customInfo: string | undefined;
  createdAt: number;
  fileLocation: JsonObject;
}

/** A part of a device that is upgraded by itself. */
export interface OtaModule {
  record: string;
  id: string;
  spaceId: string;
  productId: string;
  name: string;
  alias: string | undefined;
  description: string;
  createdAt: number;
}

export interface Group {
  record: string;
  id: string;
  spaceId: string;
  name: string;
  description: string;
  parentId: string | undefined;
  /** Where-clause of a dynamic group; undefined for a static one. */
  rule: string | undefined;
  /** Device ids of a static group, direct members only. */
  members: Set<string>;
  modifiedAt: number;
}
