import { isObject, type JsonObject, textOf } from "../json";
import type { Device } from "./devices";
import { secretOf } from "./downlink";
import { failure, gone, type Runner, success, wait } from "./step";
import type { Task } from "./task";
import type { World } from "./world";

/** Inferred: how long the platform takes to write one device, in seconds. */
const WRITE = 2;

/** A device as AddDevice and a row of a registration file describe it. Throws nothing: checks came before. */
export function newDevice(world: World, spaceId: string, row: JsonObject): Device {
  const productId = textOf(row, "product_id") ?? "";
  const nodeId = textOf(row, "node_id") ?? "";
  const id = textOf(row, "device_id") ?? `${productId}_${nodeId}`;
  const gatewayId = textOf(row, "gateway_id") ?? id;
  const tags = Array.isArray(row.tags) ? row.tags.filter(isObject) : [];
  return {
    record: world.ids.next(world.now),
    id,
    nodeId,
    name: textOf(row, "device_name") ?? nodeId,
    appId: spaceId,
    productId,
    gatewayId,
    nodeType: gatewayId === id ? "GATEWAY" : "ENDPOINT",
    status: "INACTIVE",
    description: textOf(row, "description") ?? "",
    firmware: "",
    software: "",
    sdk: "",
    tags: tags.map((tag) => ({ key: textOf(tag, "tag_key") ?? "", value: textOf(tag, "tag_value") ?? "" })),
    modules: [],
    createdAt: world.now,
    activeAt: undefined,
    statusAt: world.now,
    shadow: new Map(),
    returnsAfter: Number.POSITIVE_INFINITY,
    attempts: 0,
    forcedFailure: undefined,
  };
}

export function createRunner(world: World): Runner {
  return (task, subTask) =>
    wait(WRITE, () => {
      const row = rowOf(task, subTask.target);
      if (world.devices.get(subTask.target)) {
        return failure("IOTDA.014031", "The device already exists.", true);
      }
      if (!world.product(textOf(row, "product_id") ?? "")) {
        return failure("IOTDA.014100", "The product does not exist.", true);
      }
      const device = newDevice(world, task.spaceId, row);
      world.devices.add(device);
      const secret = secretOf(world.settings.seed, device.id);
      return success(JSON.stringify({ device_id: device.id, app_id: device.appId, secret, fingerprint: "" }));
    });
}

export function updateRunner(world: World): Runner {
  return (task, subTask, device) => {
    if (!device) return gone(subTask);
    return wait(WRITE, () => {
      const row = rowOf(task, device.id);
      device.name = textOf(row, "device_name") ?? device.name;
      device.description = textOf(row, "description") ?? device.description;
      return world.devices.get(device.id) ? success() : gone(subTask);
    });
  };
}

export function deleteRunner(world: World): Runner {
  return (_task, subTask, device) => {
    if (!device) return gone(subTask);
    return wait(WRITE, () => {
      const refusal = deleteRefusal(world, device);
      if (refusal) return failure("IOTDA.014004", refusal, true);
      world.removeDevice(device);
      return success();
    });
  };
}

/** IoTDA reference: a gateway that still has children cannot be deleted. */
function deleteRefusal(world: World, device: Device): string | undefined {
  return world.devices.childrenOf(device.id) > 0 ? "The gateway still has child devices." : undefined;
}

export function freezeRunner(world: World): Runner {
  return (_task, subTask, device) => {
    if (!device) return gone(subTask);
    return wait(WRITE, () => {
      const refusal = freezeRefusal(device);
      if (refusal) return failure("IOTDA.014005", refusal, true);
      world.setStatus(device, "FROZEN");
      return success();
    });
  };
}

/** IoTDA reference: only directly connected devices can be frozen. */
function freezeRefusal(device: Device): string | undefined {
  return device.nodeType === "ENDPOINT" ? "Only directly connected devices can be frozen." : undefined;
}

export function unfreezeRunner(world: World): Runner {
  return (_task, subTask, device) => {
    if (!device) return gone(subTask);
    return wait(WRITE, () => {
      if (device.status !== "FROZEN") return failure("IOTDA.014006", "The device is not frozen.", true);
      unfreeze(world, device);
      return success();
    });
  };
}

/** The device may connect again; it does so when something next waits for it. */
function unfreeze(world: World, device: Device): void {
  world.setStatus(device, device.activeAt === undefined ? "INACTIVE" : "OFFLINE");
}

/** Inferred input: `{"gateway_id"}` for all targets, or a column of a file. */
export function changeGatewayRunner(world: World): Runner {
  return (task, subTask, device) => {
    if (!device) return gone(subTask);
    const row = rowOf(task, device.id);
    const gatewayId = textOf(row, "gateway_id") ?? textOf(task.document, "gateway_id") ?? "";
    return wait(WRITE, () => {
      const refusal = moveRefusal(world, device, gatewayId);
      if (refusal) return failure("IOTDA.014007", refusal, true);
      world.devices.moveTo(device, gatewayId);
      return success();
    });
  };
}

/** IoTDA reference: ChangeGateway, rules per device. */
function moveRefusal(world: World, device: Device, gatewayId: string): string | undefined {
  const gateway = world.devices.get(gatewayId);
  if (device.nodeType !== "ENDPOINT") return "Only child devices have a gateway to change.";
  if (!gateway || gateway.appId !== device.appId) return "The gateway does not exist.";
  if (gateway.nodeType !== "GATEWAY") return "The gateway is itself a child device.";
  if (gatewayId === device.gatewayId) return "The device is already on this gateway.";
  if (world.devices.childrenOf(device.id) > 0) return "The device has child devices.";
  return undefined;
}

function rowOf(task: Task, target: string): JsonObject {
  if (task.source.kind !== "rows") return {};
  const matches = (row: JsonObject) => textOf(row, "device_id") === target || textOf(row, "node_id") === target;
  return task.source.rows.find(matches) ?? {};
}
