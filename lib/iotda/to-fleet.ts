import type {
  Device,
  DeviceDetail,
  DeviceGroup,
  FoundDevice,
  ObsLocation,
  Package,
  PackageDetail,
  PackageType,
  Product,
  ShadowPart,
  ShadowService,
} from "@/lib/fleet/fleet";
import { fromWireTime } from "./time";
import type {
  WireDevice,
  WireDeviceDetail,
  WireFoundDevice,
  WireGroup,
  WirePackage,
  WirePackageDetail,
  WireProduct,
  WireShadow,
} from "./wire-fleet";

const orEmpty = (text: string | null): string => text ?? "";
const orNull = (text: string | null): string | null => (text === "" ? null : text);

export const toProduct = (wire: WireProduct): Product => ({
  id: wire.product_id,
  name: orEmpty(wire.name),
  deviceType: orEmpty(wire.device_type),
  protocol: orEmpty(wire.protocol_type),
  manufacturer: orEmpty(wire.manufacturer_name),
  description: orEmpty(wire.description),
});

/** A directly connected device is its own gateway. IoTDA reference: devices. */
export function toDevice(wire: WireDevice): Device {
  const gatewayId = orNull(wire.gateway_id);
  const isChild =
    wire.node_type === "ENDPOINT" ||
    (wire.node_type !== "GATEWAY" && gatewayId !== null && gatewayId !== wire.device_id);
  return {
    id: wire.device_id,
    nodeId: orEmpty(wire.node_id),
    name: orEmpty(wire.device_name),
    productId: orEmpty(wire.product_id),
    productName: orEmpty(wire.product_name),
    status: orEmpty(wire.status),
    isChild,
    gatewayId: gatewayId === wire.device_id ? null : gatewayId,
    firmware: orNull(wire.fw_version),
    software: orNull(wire.sw_version),
    description: orEmpty(wire.description),
    tags: (wire.tags ?? []).map((tag) => ({ key: tag.tag_key, value: orEmpty(tag.tag_value) })),
  };
}

export const toFoundDevice = (wire: WireFoundDevice): FoundDevice => ({
  ...toDevice(wire),
  marker: orNull(wire.marker),
});

/** Names what it takes over: the answer holds the device's secret. */
export const toDeviceDetail = (wire: WireDeviceDetail): DeviceDetail => ({
  ...toDevice(wire),
  spaceId: orNull(wire.app_id),
  authType: orNull(wire.auth_info?.auth_type ?? null),
  secureAccess: wire.auth_info?.secure_access ?? null,
  sdkVersion: orNull(wire.device_sdk_version),
  modules: (wire.modules ?? []).map(({ module_name: name, module_version: version }) => ({
    name: orEmpty(name),
    version: orEmpty(version),
  })),
  createdAt: fromWireTime(wire.create_time),
  activatedAt: fromWireTime(wire.active_time),
  statusSince: fromWireTime(wire.connection_status_update_time),
});

export const toShadowService = (wire: WireShadow): ShadowService => ({
  serviceId: wire.service_id,
  desired: toShadowPart(wire.desired),
  reported: toShadowPart(wire.reported),
});

const toShadowPart = (wire: WireShadow["desired"]): ShadowPart => ({
  properties: wire?.properties ?? {},
  at: fromWireTime(wire?.event_time ?? null),
});

/** Inferred: the words are STATIC and DYNAMIC, static where none is given. */
export const toGroup = (wire: WireGroup): DeviceGroup => ({
  id: wire.group_id,
  name: orEmpty(wire.name),
  description: orEmpty(wire.description),
  parentId: orNull(wire.super_group_id),
  kind: wire.group_type?.toUpperCase() === "DYNAMIC" ? "dynamic" : "static",
});

export const toPackage = (wire: WirePackage, type: PackageType): Package => ({
  id: wire.package_id,
  type,
  productId: orEmpty(wire.product_id),
  productName: orEmpty(wire.product_name),
  version: orEmpty(wire.version),
  sourceVersions: wire.support_source_versions,
  description: orEmpty(wire.description),
  createdAt: fromWireTime(wire.create_time),
});

export const toPackageDetail = (wire: WirePackageDetail, type: PackageType): PackageDetail => ({
  ...toPackage(wire, type),
  moduleName: orNull(wire.module_name),
  customInfo: orEmpty(wire.custom_info),
  location: toLocation(wire.file_location?.obs_location ?? null),
});

const toLocation = (wire: NonNullable<WirePackageDetail["file_location"]>["obs_location"]): ObsLocation | null =>
  wire === null
    ? null
    : {
        region: orEmpty(wire.region_name),
        bucket: orEmpty(wire.bucket_name),
        key: orEmpty(wire.object_key),
        sign: orNull(wire.sign),
      };
