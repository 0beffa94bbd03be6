import { invalid, Refusal } from "../errors";
import { isObject, type JsonObject, numberOf, textOf } from "../json";
import { commandFault, serviceIds, writableOf } from "./command-model";
import type { Delivery } from "./deliveries";
import type { Device } from "./devices";
import { setDesired } from "./shadow";
import type { World } from "./world";

/** IoTDA reference: AsyncDeviceCommandRequest and DeviceMessageRequest. */
const MAX_PENDING = 20;
const DEFAULT_EXPIRY = 24 * 3600;
const DEFAULT_TTL_MINUTES = 1440;
/** Inferred: when a sleeping device next listens, device seconds. */
const SLEEP = 1800;

/** IoTDA reference: code 014016. */
const notOnline = () => new Refusal(403, "IOTDA.014016", "Operation not allowed. The device is not online.");
/** Inferred: these codes and statuses. */
const wrongProtocol = (protocol: string) =>
  new Refusal(403, "IOTDA.014113", `Operation not allowed for a ${protocol} device.`);
const tooManyPending = () => new Refusal(403, "IOTDA.014114", `The device has ${MAX_PENDING} pending commands.`);
const sameMessage = () => new Refusal(400, "IOTDA.014115", "The message_id was used for this device before.");
const otherVersion = () => new Refusal(400, "IOTDA.014116", "The version of the shadow has changed.");

/** One thing to be sent to one device. */
export interface Order {
  /** For its delivery. */
  id: string;
  document: JsonObject;
}

/** Synchronous command: MQTT devices that are online. Throws a Refusal. */
export function sendCommand(world: World, device: Device, { id, document }: Order): Delivery {
  const protocol = protocolOf(world, device);
  if (protocol !== "MQTT") throw wrongProtocol(protocol);
  if (device.status !== "ONLINE") throw notOnline();
  checkModel(world, device, document);
  return note(world, device, { kind: "command", id, body: document, deliveredAt: world.now, expiresAt: world.now });
}

/** Asynchronous command: any protocol but MQTT; kept for the device when it may be delayed. Throws a Refusal. */
export function sendAsyncCommand(world: World, device: Device, { id, document }: Order): Delivery {
  const protocol = protocolOf(world, device);
  if (protocol === "MQTT") throw wrongProtocol(protocol);
  checkModel(world, device, document);
  const { now } = world;
  const delayed = textOf(document, "send_strategy") === "delay";
  if (device.status === "FROZEN" || (device.status !== "ONLINE" && !delayed)) throw notOnline();
  if (world.deliveries.pending(device.id, "async-command", now) >= MAX_PENDING) throw tooManyPending();
  const wakes = device.status === "ONLINE" ? now + (SLEEP * 1000) / world.settings.speed : Number.POSITIVE_INFINITY;
  const seconds = (delayed && numberOf(document, "expire_time")) || DEFAULT_EXPIRY;
  const deliveredAt = delayed ? wakes : now;
  return note(world, device, {
    kind: "async-command",
    id,
    body: document,
    deliveredAt,
    expiresAt: now + seconds * 1000,
  });
}

/** Message: MQTT devices; kept for those offline unless its time to live is 0. Throws a Refusal. */
export function sendMessage(world: World, device: Device, { id, document }: Order): Delivery {
  const protocol = protocolOf(world, device);
  if (protocol !== "MQTT") throw wrongProtocol(protocol);
  const minutes = numberOf(document, "ttl") ?? DEFAULT_TTL_MINUTES;
  const online = device.status === "ONLINE";
  if (device.status === "FROZEN" || (!online && minutes === 0)) throw notOnline();
  const own = textOf(document, "message_id");
  const before = world.deliveries.of(device.id);
  if (own !== undefined && before.some((item) => item.kind === "message" && item.id === own)) throw sameMessage();
  const deliveredAt = online ? world.now : Number.POSITIVE_INFINITY;
  const expiresAt = world.now + minutes * 60_000;
  return note(world, device, { kind: "message", id: own ?? id, body: document, deliveredAt, expiresAt });
}

/**
 * Shadow: the desired values are kept for every device; values are not refused by strict type. What may be written
 * reaches a device that is online, which then reports it. Throws a Refusal.
 */
export function updateShadow(world: World, device: Device, { id, document }: Order): void {
  const list = Array.isArray(document.shadow) ? document.shadow.filter(isObject) : [];
  const services = serviceIds(world, device);
  for (const item of list) {
    const serviceId = textOf(item, "service_id") ?? "";
    if (!services.includes(serviceId)) throw invalid(`The product has no service ${serviceId}.`);
    const version = numberOf(item, "version");
    const current = device.shadow.get(serviceId)?.version ?? 0;
    if (version !== undefined && version !== current) throw otherVersion();
  }
  const sent: JsonObject = {};
  for (const item of list) {
    setDesired(device, item, world.now);
    const serviceId = textOf(item, "service_id") ?? "";
    const service = device.shadow.get(serviceId);
    const values = writableOf(world, device, serviceId, isObject(item.desired) ? item.desired : {});
    if (!service || device.status !== "ONLINE" || Object.keys(values).length === 0) continue;
    service.reported = { ...service.reported, ...values };
    service.reportedAt = world.now;
    sent[serviceId] = values;
  }
  if (Object.keys(sent).length === 0) return;
  note(world, device, { kind: "properties", id, body: sent, deliveredAt: world.now, expiresAt: world.now });
}

function checkModel(world: World, device: Device, document: JsonObject): void {
  const fault = commandFault(world, device, document);
  if (fault !== undefined) throw invalid(fault);
}

function protocolOf(world: World, device: Device): string {
  return world.product(device.productId)?.protocol ?? "Other";
}

function note(world: World, device: Device, delivery: Omit<Delivery, "at">): Delivery {
  const noted = { ...delivery, at: world.now };
  world.deliveries.add(device.id, noted);
  return noted;
}
