import { startAfterEnd } from "../errors";
import { draw } from "../fleet/random";
import type { JsonObject } from "../json";
import { textOf } from "../json";
import { pageOf, pageRequest } from "../paging";
import { toBasic, toExtended } from "../wire-time";
import { basicTime, type Handler, ok, param, queryText } from "./call";
import { DEFAULT_AUTH, type Device } from "./devices";
import { parseSearch } from "./search";
import type { World } from "./world";

/** IoTDA reference: ListDevices. There is no status filter. */
export const listDevices: Handler = (world, call) => {
  const spaceId = queryText(call, "app_id");
  if (spaceId !== undefined) world.space(spaceId);
  const since = basicTime(call, "start_time");
  const until = basicTime(call, "end_time");
  if (since !== undefined && until !== undefined && since >= until) throw startAfterEnd();
  const equal: [string | undefined, (device: Device) => string][] = [
    [spaceId, (device) => device.appId],
    [queryText(call, "product_id"), (device) => device.productId],
    [queryText(call, "node_id"), (device) => device.nodeId],
    [queryText(call, "device_name"), (device) => device.name],
  ];
  const wanted = equal.filter(([value]) => value !== undefined);
  const gatewayId = queryText(call, "gateway_id");
  const cascade = call.query.is_cascade_query === true;
  const matches = (device: Device) =>
    wanted.every(([value, read]) => read(device) === value) &&
    (gatewayId === undefined || isBelow(world, device, gatewayId, cascade)) &&
    (since === undefined || device.createdAt >= since) &&
    (until === undefined || device.createdAt <= until);
  const { items, page } = pageOf(world.devices.all(), (device) => device.record, pageRequest(call.query), matches);
  return ok({ devices: items.map((device) => deviceJson(world, device)), page });
};

/** A child of the gateway, or with `deep` one of any level. */
function isBelow(world: World, device: Device, gatewayId: string, deep: boolean): boolean {
  if (device.gatewayId === device.id) return false;
  if (device.gatewayId === gatewayId) return true;
  const parent = deep ? world.devices.get(device.gatewayId) : undefined;
  return parent !== undefined && isBelow(world, parent, gatewayId, deep);
}

/** IoTDA reference: ShowDevice. */
export const showDevice: Handler = (world, call) => ok(fullDeviceJson(world, world.device(param(call, "device_id"))));

/** IoTDA reference: SearchDevices. Without `order by marker` the order is as good as random. */
export const searchDevices: Handler = (world, call) => {
  const search = parseSearch(textOf(call.body, "sql") ?? "", world);
  const found = world.devices.all().filter(search.matches);
  if (search.countOnly) return ok({ count: found.length });
  if (search.order === "desc") found.reverse();
  if (search.order === "none") found.sort((a, b) => draw(a.record) - draw(b.record));
  const items = found.slice(search.offset, search.offset + search.limit);
  return ok({ devices: items.map((device) => searchJson(world, device, search.fields)) });
};

function deviceJson(world: World, device: Device): JsonObject {
  return {
    app_id: device.appId,
    app_name: world.space(device.appId).name,
    device_id: device.id,
    node_id: device.nodeId,
    gateway_id: device.gatewayId,
    device_name: device.name,
    node_type: device.nodeType,
    description: device.description,
    fw_version: device.firmware,
    sw_version: device.software,
    device_sdk_version: device.sdk,
    product_id: device.productId,
    product_name: world.product(device.productId)?.name ?? "",
    status: device.status,
    tags: tagsJson(device),
  };
}

export function fullDeviceJson(world: World, device: Device): JsonObject {
  return {
    ...deviceJson(world, device),
    auth_info: authJson(device),
    create_time: toBasic(device.createdAt),
    connection_status_update_time: toExtended(device.statusAt),
    ...(device.activeAt === undefined ? {} : { active_time: toExtended(device.activeAt) }),
    modules: modulesJson(device),
    ...(device.extension === undefined ? {} : { extension_info: device.extension }),
  };
}

/** Without the secret: only registration tells it. */
function authJson({ auth }: Device): JsonObject {
  const { type, fingerprint, secureAccess, timeout } = auth ?? DEFAULT_AUTH;
  const print = fingerprint === undefined ? {} : { fingerprint };
  return { auth_type: type, ...print, secure_access: secureAccess, timeout };
}

function searchJson(world: World, device: Device, fields: string[]): JsonObject {
  const { description: _unsearched, ...plain } = deviceJson(world, device);
  const groups = world.groups.filter((group) => group.members.has(device.id));
  const all: JsonObject = {
    ...plain,
    groups: groups.map(({ id, name }) => ({ group_id: id, name })),
    modules: modulesJson(device),
    marker: device.record,
  };
  if (fields.length === 0) return all;
  return Object.fromEntries(Object.entries(all).filter(([key]) => fields.includes(key)));
}

function tagsJson(device: Device): JsonObject[] {
  return device.tags.map(({ key, value }) => ({ tag_key: key, tag_value: value }));
}

function modulesJson(device: Device): JsonObject[] {
  return device.modules.map(({ name, version }) => ({ module_name: name, module_version: version }));
}
