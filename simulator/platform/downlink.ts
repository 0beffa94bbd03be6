import { draw, uuidOf } from "../fleet/random";
import { isObject, type JsonObject, numberOf, objectOf, textOf } from "../json";
import type { Device } from "./devices";
import { setDesired } from "./shadow";
import { failure, gone, notOnline, type Runner, success, wait } from "./step";
import type { SubTask, Task } from "./task";
import type { World } from "./world";

/** IoTDA reference: the platform waits 20 s for the answer to a synchronous command. */
const COMMAND_WAIT = 20;

/** Synchronous command: MQTT devices that are online, one answer each. */
export function commandRunner(world: World): Runner {
  return (task, subTask, device) => {
    if (!device) return gone(subTask);
    const wrong = wrongProtocol(world, device, "MQTT");
    if (wrong) return wrong;
    if (device.status !== "ONLINE") return notOnline();
    const unknown = unknownCommand(world, device, task.document);
    if (unknown) return failure("IOTDA.000006", unknown, true);
    if (luck(world, task, subTask) < 0.01) {
      const late = () => failure("IOTDA.014111", "The command timed out. The device did not answer in time.");
      return wait(COMMAND_WAIT, late);
    }
    const answer = { command_id: uuidOf(task.id, subTask.target), response: { result_code: 0 } };
    return wait(1 + 8 * luck(world, task, subTask, "time"), () => success(JSON.stringify(answer)));
  };
}

/** Asynchronous command: accepted for NB-IoT devices, online or not, when it may be cached. */
export function asyncCommandRunner(world: World): Runner {
  return (task, subTask, device) => {
    if (!device) return gone(subTask);
    const wrong = wrongProtocol(world, device, "CoAP");
    if (wrong) return wrong;
    const unknown = unknownCommand(world, device, task.document);
    if (unknown) return failure("IOTDA.000006", unknown, true);
    const cached = textOf(task.document, "send_strategy") === "delay";
    if (device.status === "FROZEN" || (device.status !== "ONLINE" && !cached)) return notOnline();
    const answer = { command_id: uuidOf(task.id, subTask.target), status: cached ? "PENDING" : "SENT" };
    return wait(1 + 4 * luck(world, task, subTask), () => success(JSON.stringify(answer)));
  };
}

/** Message: MQTT devices; kept for those offline unless its time to live is 0. */
export function messageRunner(world: World): Runner {
  return (task, subTask, device) => {
    if (!device) return gone(subTask);
    const wrong = wrongProtocol(world, device, "MQTT");
    if (wrong) return wrong;
    const online = device.status === "ONLINE";
    if (device.status === "FROZEN" || (!online && numberOf(task.document, "ttl") === 0)) return notOnline();
    const full = textOf(task.document, "topic_full_name");
    if (full !== undefined && luck(world, task, subTask) < 0.02) {
      return failure("IOTDA.014112", "The device has not subscribed to the topic.");
    }
    const id = textOf(task.document, "message_id") ?? uuidOf(task.id, subTask.target);
    const answer = { message_id: id, result: { status: online ? "DELIVERED" : "PENDING" } };
    return wait(1 + 4 * luck(world, task, subTask), () => success(JSON.stringify(answer)));
  };
}

/** Shadow: the desired values are kept for every device; values are not refused by strict type. */
export function shadowRunner(world: World): Runner {
  return (task, subTask, device) => {
    if (!device) return gone(subTask);
    const list = Array.isArray(task.document.shadow) ? task.document.shadow.filter(isObject) : [];
    const services = world.product(device.productId)?.services.map((item) => textOf(item, "service_id"));
    const unknown = list.find((item) => !services?.includes(textOf(item, "service_id")));
    if (unknown) {
      return failure("IOTDA.000006", `The product has no service ${textOf(unknown, "service_id")}.`, true);
    }
    return wait(1 + 3 * luck(world, task, subTask), () => {
      for (const item of list) setDesired(device, item, world.now);
      return success();
    });
  };
}

/** Why a command does not fit the device's model; undefined when it does. */
function unknownCommand(world: World, device: Device, document: JsonObject): string | undefined {
  const serviceId = textOf(document, "service_id");
  if (serviceId === undefined) return undefined;
  const services = world.product(device.productId)?.services ?? [];
  const service = services.find((item) => textOf(item, "service_id") === serviceId);
  if (!service) return `The product has no service ${serviceId}.`;
  const name = textOf(document, "command_name");
  const commands = Array.isArray(service.commands) ? service.commands.filter(isObject) : [];
  const command = commands.find((item) => textOf(item, "command_name") === name);
  if (!command) return `The service ${serviceId} has no command ${name ?? ""}.`;
  const known = Array.isArray(command.paras)
    ? command.paras.filter(isObject).map((item) => textOf(item, "para_name"))
    : [];
  const odd = Object.keys(objectOf(document, "paras") ?? {}).find((key) => !known.includes(key));
  return odd === undefined ? undefined : `The command ${name ?? ""} has no parameter ${odd}.`;
}

/** Inferred: what a device of another protocol answers. */
function wrongProtocol(world: World, device: Device, wanted: string) {
  const protocol = world.product(device.productId)?.protocol ?? "Other";
  if (protocol === wanted) return undefined;
  return failure("IOTDA.014113", `Operation not allowed for a ${protocol} device.`, true);
}

function luck(world: World, task: Task, subTask: SubTask, what = ""): number {
  return draw(world.settings.seed, task.name, subTask.target, subTask.tries, what);
}
