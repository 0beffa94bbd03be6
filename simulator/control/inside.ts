import { noSuchTask } from "../errors";
import type { JsonObject } from "../json";
import { stateOf } from "../platform/deliveries";
import { shadowJson } from "../platform/shadow";
import type { Task } from "../platform/task";
import type { World } from "../platform/world";

const time = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString() : null);

/** A device as the simulator has it, with what it was sent. Throws a Refusal when there is none. */
export function deviceInside(world: World, id: string): JsonObject {
  const device = world.device(id);
  const { auth } = device;
  return {
    device_id: device.id,
    node_id: device.nodeId,
    product_id: device.productId,
    app_id: device.appId,
    gateway_id: device.gatewayId,
    node_type: device.nodeType,
    device_name: device.name,
    description: device.description,
    status: device.status,
    fw_version: device.firmware,
    sw_version: device.software,
    modules: device.modules.map(({ name, version }) => ({ module_name: name, module_version: version })),
    auth_type: auth?.type ?? "SECRET",
    secret: auth?.secret ?? null,
    fingerprint: auth?.fingerprint ?? null,
    secure_access: auth?.secureAccess ?? true,
    timeout: auth?.timeout ?? 0,
    extension_info: device.extension ?? null,
    children: world.devices.childrenOf(id),
    groups: world.groups.filter((group) => group.members.has(id)).map((group) => group.id),
    shadow: shadowJson(world, device).shadow,
    received: world.deliveries.of(id).map((item) => ({
      kind: item.kind,
      id: item.id,
      at: time(item.at),
      status: stateOf(item, world.now),
      body: item.body,
    })),
  };
}

/** Throws a Refusal when there is none. */
export function taskInside(world: World, id: string): JsonObject {
  const task = world.tasks.find((candidate) => candidate.id === id);
  if (!task) throw noSuchTask();
  return requestJson(task);
}

/** Tasks of a name, or all, newest last. */
export function tasksInside(world: World, name: string | null): JsonObject[] {
  return world.tasks.filter((task) => name === null || task.name === name).map(requestJson);
}

/** A task's request as it was sent, and the rows of its file as they were read. */
function requestJson(task: Task): JsonObject {
  return {
    task_id: task.id,
    app_id: task.spaceId,
    status: task.status,
    status_desc: task.statusText,
    request: task.request,
    rows: task.source.kind === "rows" ? task.source.rows : null,
    targets: task.subTasks.length,
  };
}

/** The batch task files that are there, with what is inside. */
export function filesInside(world: World): JsonObject[] {
  return world.files.live(world.now).map(({ id, name, bytes, uploadedAt, content }) => ({
    file_id: id,
    file_name: name,
    bytes,
    uploaded_at: time(uploadedAt),
    sheets: "sheets" in content ? content.sheets : null,
    fault: "fault" in content ? content.fault : null,
  }));
}
