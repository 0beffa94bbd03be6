import { z } from "zod";
import { flag, id, listOf, listOr, orNull, text, texts } from "./lenient";

export const wireSpaces = z.object({
  applications: z.array(z.object({ app_id: id, app_name: text, default_app: flag })),
});

export const wireProduct = z.object({
  product_id: id,
  name: text,
  device_type: text,
  protocol_type: text,
  manufacturer_name: text,
  description: text,
});
export type WireProduct = z.output<typeof wireProduct>;
export const wireProducts = listOf("products", wireProduct);

export const wireDevice = z.object({
  device_id: id,
  node_id: text,
  device_name: text,
  node_type: text,
  gateway_id: text,
  product_id: text,
  product_name: text,
  status: text,
  fw_version: text,
  sw_version: text,
  description: text,
  /** What a search answers here is not documented: what is not a list of tags reads as none. */
  tags: orNull(z.array(z.object({ tag_key: id, tag_value: text }))),
});
export type WireDevice = z.output<typeof wireDevice>;
export const wireDevices = listOf("devices", wireDevice);

/** `auth_info` also holds the secret and the fingerprint: they are not read, so that they go no further. */
export const wireDeviceDetail = wireDevice.extend({
  app_id: text,
  auth_info: orNull(z.object({ auth_type: text, secure_access: flag })),
  device_sdk_version: text,
  modules: orNull(z.array(z.object({ module_name: text, module_version: text }))),
  create_time: text,
  active_time: text,
  connection_status_update_time: text,
});
export type WireDeviceDetail = z.output<typeof wireDeviceDetail>;

const wireFoundDevice = wireDevice.extend({ marker: text });
export type WireFoundDevice = z.output<typeof wireFoundDevice>;
export const wireFound = z.object({ devices: z.array(wireFoundDevice) });
export const wireCount = z.object({ count: z.number().int().nonnegative() });

const shadowPart = orNull(z.object({ properties: orNull(z.record(z.string(), z.json())), event_time: text }));
const wireShadowService = z.object({ service_id: id, desired: shadowPart, reported: shadowPart });
export type WireShadow = z.output<typeof wireShadowService>;
/** A device that never had a shadow may have no list. */
export const wireShadow = z.object({ shadow: listOr(wireShadowService) });

const wireGroup = z.object({
  group_id: id,
  name: text,
  description: text,
  super_group_id: text,
  group_type: text,
});
export type WireGroup = z.output<typeof wireGroup>;
export const wireGroups = listOf("device_groups", wireGroup);
export const wireMembers = listOf(
  "devices",
  z.object({ device_id: id, node_id: text, device_name: text, product_id: text }),
);

export const wirePackage = z.object({
  package_id: id,
  package_type: text,
  product_id: text,
  product_name: text,
  version: text,
  support_source_versions: texts,
  description: text,
  create_time: text,
});
export type WirePackage = z.output<typeof wirePackage>;
export const wirePackages = listOf("packages", wirePackage);

export const wirePackageDetail = wirePackage.extend({
  module_name: text,
  custom_info: text,
  file_location: orNull(
    z.object({
      obs_location: orNull(z.object({ region_name: text, bucket_name: text, object_key: text, sign: text })),
    }),
  ),
});
export type WirePackageDetail = z.output<typeof wirePackageDetail>;

export const wireTaskFile = z.object({ file_id: id, file_name: text, upload_time: text });
export const wireTaskFiles = z.object({ files: z.array(wireTaskFile) });
