import { invalid, noSuchProduct, Refusal } from "../errors";
import { hexOf } from "../fleet/random";
import { isObject, type JsonObject, numberOf, objectOf, textOf, writeJson } from "../json";
import { DEFAULT_AUTH, type Device, type DeviceAuth } from "./devices";
import { setDesired } from "./shadow";
import type { World } from "./world";

/** IoTDA reference: AddDevice. */
const MAX_EXTENSION_BYTES = 1024;
/** IoTDA reference: quotas. */
const MAX_CHILDREN = 50_000;
/** IoTDA reference: a gateway has children, and those may have children. */
const MAX_DEPTH = 2;

/** Inferred: these refusals are documented, their codes and statuses are not. */
const hasChildren = () => new Refusal(400, "IOTDA.014004", "The device still has child devices.");
const notDirect = () => new Refusal(400, "IOTDA.014005", "Only directly connected devices can be frozen.");
const notFrozen = () => new Refusal(400, "IOTDA.014006", "The device is not frozen.");
const cannotMove = (detail: string) => new Refusal(400, "IOTDA.014007", detail);
const noGateway = () => new Refusal(404, "IOTDA.014008", "The gateway does not exist.");
/** IoTDA reference: code 014031. Inferred: its status. */
const exists = () => new Refusal(400, "IOTDA.014031", "The device already exists.");

/** Registers a device as AddDevice describes it. Throws a Refusal; checks of single fields came before. */
export function addDevice(world: World, spaceId: string, body: JsonObject): Device {
  checkExtension(body);
  const productId = textOf(body, "product_id") ?? "";
  const nodeId = textOf(body, "node_id") ?? "";
  const product = world.product(productId);
  if (product?.spaceId !== spaceId) throw noSuchProduct();
  const id = textOf(body, "device_id") ?? `${productId}_${nodeId}`;
  if (world.devices.get(id) || world.devices.ofNode(productId, nodeId)) throw exists();
  const gatewayId = textOf(body, "gateway_id") ?? id;
  if (gatewayId !== id) checkGateway(world, spaceId, gatewayId);
  const shadow = Array.isArray(body.shadow) ? body.shadow.filter(isObject) : [];
  const services = product.services.map((service) => service.service_id);
  if (shadow.some((item) => !services.includes(item.service_id))) throw invalid("shadow names an unknown service.");
  const device = newDevice(world, spaceId, { ...body, device_id: id, gateway_id: gatewayId });
  for (const item of shadow) setDesired(device, item, world.now);
  world.devices.add(device);
  purgeUnlessActive(world, device);
  return device;
}

function newDevice(world: World, spaceId: string, body: JsonObject): Device {
  const nodeId = textOf(body, "node_id") ?? "";
  const id = textOf(body, "device_id") ?? "";
  const gatewayId = textOf(body, "gateway_id") ?? id;
  return {
    record: world.ids.next(world.now),
    id,
    nodeId,
    name: textOf(body, "device_name") ?? nodeId,
    appId: spaceId,
    productId: textOf(body, "product_id") ?? "",
    gatewayId,
    nodeType: gatewayId === id ? "GATEWAY" : "ENDPOINT",
    status: "INACTIVE",
    description: textOf(body, "description") ?? "",
    firmware: "",
    software: "",
    sdk: "",
    tags: [],
    modules: [],
    createdAt: world.now,
    activeAt: undefined,
    statusAt: world.now,
    shadow: new Map(),
    returnsAfter: Number.POSITIVE_INFINITY,
    attempts: 0,
    forcedFailure: undefined,
    auth: authOf(world, id, objectOf(body, "auth_info") ?? {}),
    extension: body.extension_info,
  };
}

/** A secret is made up where none is given. Inferred: its form. */
function authOf(world: World, id: string, given: JsonObject): DeviceAuth {
  const type = given.auth_type === "CERTIFICATES" ? "CERTIFICATES" : "SECRET";
  const made = type === "SECRET" ? hexOf(32, "secret", world.settings.seed, id, world.now) : undefined;
  return {
    type,
    secret: textOf(given, "secret") ?? made,
    fingerprint: textOf(given, "fingerprint"),
    secureAccess: given.secure_access !== false,
    timeout: numberOf(given, "timeout") ?? 0,
  };
}

/** IoTDA reference: AddDevice, timeout: a device that is not activated within it is removed; 0 for never. */
function purgeUnlessActive(world: World, device: Device): void {
  const seconds = device.auth?.timeout ?? 0;
  if (seconds === 0) return;
  world.timeline.plan(world.now + seconds * 1000, () => {
    if (device.activeAt === undefined && world.devices.get(device.id) === device) world.removeDevice(device);
  });
}

/** IoTDA reference: UpdateDevice. */
export function updateDevice(device: Device, body: JsonObject): void {
  checkExtension(body);
  device.name = textOf(body, "device_name") ?? device.name;
  device.description = textOf(body, "description") ?? device.description;
  if (body.extension_info !== undefined) device.extension = body.extension_info;
  const auth = objectOf(body, "auth_info") ?? {};
  const before = device.auth ?? DEFAULT_AUTH;
  device.auth = {
    ...before,
    secureAccess: typeof auth.secure_access === "boolean" ? auth.secure_access : before.secureAccess,
    timeout: numberOf(auth, "timeout") ?? before.timeout,
  };
}

function checkExtension({ extension_info: extension }: JsonObject): void {
  if (extension === undefined) return;
  if (Buffer.byteLength(writeJson(extension)) > MAX_EXTENSION_BYTES) throw invalid("extension_info is above 1 KB.");
}

/** IoTDA reference: DeleteDevice. Children come first. */
export function deleteDevice(world: World, device: Device): void {
  if (world.devices.childrenOf(device.id) > 0) throw hasChildren();
  world.removeDevice(device);
}

/** IoTDA reference: FreezeDevice. A frozen device cannot connect. */
export function freezeDevice(world: World, device: Device): void {
  if (device.nodeType === "ENDPOINT") throw notDirect();
  world.setStatus(device, "FROZEN");
}

/** The device may connect again; it does so when something next waits for it. */
export function unfreezeDevice(world: World, device: Device): void {
  if (device.status !== "FROZEN") throw notFrozen();
  world.setStatus(device, device.activeAt === undefined ? "INACTIVE" : "OFFLINE");
}

/** IoTDA reference: ChangeGateway. */
export function changeGateway(world: World, device: Device, gatewayId: string): void {
  if (device.nodeType !== "ENDPOINT") throw cannotMove("Only child devices have a gateway to change.");
  if (gatewayId === device.gatewayId) throw cannotMove("The device is already on this gateway.");
  if (gatewayId === device.id) throw cannotMove("A device cannot be its own gateway.");
  if (world.devices.childrenOf(device.id) > 0) throw cannotMove("The device has child devices.");
  checkGateway(world, device.appId, gatewayId);
  world.devices.moveTo(device, gatewayId);
}

function checkGateway(world: World, spaceId: string, id: string): void {
  const gateway = world.deviceIn(spaceId, id);
  if (!gateway) throw noGateway();
  if (depthOf(world, gateway) >= MAX_DEPTH) throw cannotMove("Child devices are at most two levels deep.");
  if (world.devices.childrenOf(id) >= MAX_CHILDREN) throw cannotMove("The gateway has 50,000 child devices.");
}

/** 0 for a directly connected device. */
function depthOf(world: World, device: Device): number {
  if (device.gatewayId === device.id) return 0;
  const parent = world.devices.get(device.gatewayId);
  return parent ? 1 + depthOf(world, parent) : 1;
}
