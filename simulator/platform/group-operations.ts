import type { JsonObject } from "../json";
import { pageOf, pageRequest } from "../paging";
import { basicTime, type Handler, ok, param, queryText } from "./call";
import type { Group } from "./catalogue";

/** IoTDA reference: ListDeviceGroups. Inferred: `name` matches any part of it, last_modified_time is the earliest. */
export const listDeviceGroups: Handler = (world, call) => {
  const spaceId = queryText(call, "app_id");
  const type = queryText(call, "group_type");
  const name = queryText(call, "name");
  if (spaceId !== undefined) world.space(spaceId);
  const since = basicTime(call, "last_modified_time");
  const matches = (group: Group) =>
    (since === undefined || group.modifiedAt >= since) &&
    (spaceId === undefined || group.spaceId === spaceId) &&
    (type === undefined || typeOf(group) === type) &&
    (name === undefined || group.name.includes(name));
  const { items, page } = pageOf(world.groups, (group) => group.record, pageRequest(call.query), matches);
  return ok({ device_groups: items.map(groupJson), page });
};

export const showDeviceGroup: Handler = (world, call) => {
  const group = world.group(param(call, "group_id"));
  return ok(groupFullJson(group));
};

export function groupFullJson(group: Group): JsonObject {
  return { ...groupJson(group), ...(group.rule === undefined ? {} : { dynamic_group_rule: group.rule }) };
}

/** IoTDA reference: ShowDevicesInGroup. Neither status nor versions here. */
export const showDevicesInGroup: Handler = (world, call) => {
  const devices = world.devicesIn(world.group(param(call, "group_id")));
  const { items, page } = pageOf(devices, (device) => device.record, pageRequest(call.query));
  const list = items.map((device) => ({
    device_id: device.id,
    node_id: device.nodeId,
    device_name: device.name,
    product_id: device.productId,
  }));
  return ok({ devices: list, page });
};

function groupJson(group: Group): JsonObject {
  return {
    group_id: group.id,
    name: group.name,
    description: group.description,
    ...(group.parentId === undefined ? {} : { super_group_id: group.parentId }),
    group_type: typeOf(group),
  };
}

/** Inferred: the two values of group_type. */
function typeOf(group: Group): string {
  return group.rule === undefined ? "STATIC" : "DYNAMIC";
}
