import { uuidOf } from "../fleet/random";
import { toBasic } from "../wire-time";
import { type Answer, type Call, created, type Handler, ok, param } from "./call";
import { answerTo } from "./command-model";
import { stateOf } from "./deliveries";
import { type Device, takeForced } from "./devices";
import { checkContent } from "./documents";
import { type Order, sendAsyncCommand, sendCommand, sendMessage, updateShadow } from "./downlink";
import { shadowJson } from "./shadow";
import type { World } from "./world";

/** IoTDA reference: code 014111 comes inside a 200. */
const TIMEOUT = "IOTDA.014111";

/** What the control interface ordered for this device. An answer, not thrown: it has been counted down. */
function orderedFailure(device: Device): Answer | undefined {
  const forced = takeForced(device);
  if (!forced) return undefined;
  return { status: forced.code === TIMEOUT ? 200 : 403, body: { error_code: forced.code, error_msg: forced.message } };
}

/** IoTDA reference: CreateCommand. */
export const createCommand: Handler = (world, call) => {
  const { device, order } = orderOf(world, call, "createCommands");
  const failing = orderedFailure(device);
  if (failing) return failing;
  sendCommand(world, device, order);
  return ok({ command_id: order.id, response: answerTo(world, device, order.document) });
};

/** IoTDA reference: CreateAsyncCommand. */
export const createAsyncCommand: Handler = (world, call) => {
  const { device, order } = orderOf(world, call, "createAsyncCommands");
  const failing = orderedFailure(device);
  if (failing) return failing;
  const sent = sendAsyncCommand(world, device, order);
  return ok({
    device_id: device.id,
    command_id: sent.id,
    ...order.document,
    status: stateOf(sent, world.now) === "PENDING" ? "PENDING" : "SENT",
    created_time: toBasic(world.now),
  });
};

/** IoTDA reference: CreateMessage. */
export const createMessage: Handler = (world, call) => {
  const { device, order } = orderOf(world, call, "createMessages");
  const failing = orderedFailure(device);
  if (failing) return failing;
  const sent = sendMessage(world, device, order);
  const status = stateOf(sent, world.now);
  const finished = status === "DELIVERED" ? { finished_time: toBasic(world.now) } : {};
  return created({ message_id: sent.id, result: { status, created_time: toBasic(world.now), ...finished } });
};

export const showDeviceShadow: Handler = (world, call) => ok(shadowJson(world, world.device(param(call, "device_id"))));

/** IoTDA reference: UpdateDeviceShadowDesiredData. */
export const updateDeviceShadow: Handler = (world, call) => {
  const { device, order } = orderOf(world, call, "updateDeviceShadows");
  updateShadow(world, device, order);
  return ok(shadowJson(world, device));
};

/** Checks the body as that of a task of the same kind. */
function orderOf(world: World, call: Call, type: string): { device: Device; order: Order } {
  checkContent(type, call.body);
  const device = world.device(param(call, "device_id"));
  const before = world.deliveries.of(device.id).at(-1)?.id ?? "";
  const id = uuidOf(world.settings.seed, type, device.id, world.now, before);
  return { device, order: { id, document: call.body } };
}
