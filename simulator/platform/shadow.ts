import { type JsonObject, objectOf, textOf } from "../json";
import { toBasic } from "../wire-time";
import type { Device } from "./devices";
import { sampleReport } from "./reported";
import type { World } from "./world";

/** IoTDA reference: UpdateDesired. `{}` deletes the block, `null` one property; every change is a new version. */
export function setDesired(device: Device, item: JsonObject, now: number): void {
  const id = textOf(item, "service_id") ?? "";
  const values = objectOf(item, "desired") ?? {};
  const before = device.shadow.get(id) ?? { desired: {}, desiredAt: now, reported: {}, reportedAt: now, version: 0 };
  const merged = Object.keys(values).length === 0 ? {} : { ...before.desired, ...values };
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  device.shadow.set(id, { ...before, desired: kept, desiredAt: now, version: before.version + 1 });
}

/** IoTDA reference: ShowDeviceShadow. A service that was never set has version 0. */
export function shadowJson(world: World, device: Device): JsonObject {
  const services = world.product(device.productId)?.services ?? [];
  return { device_id: device.id, shadow: services.map((service) => serviceJson(world, device, service)) };
}

function serviceJson(world: World, device: Device, service: JsonObject): JsonObject {
  const id = textOf(service, "service_id") ?? "";
  const kept = device.shadow.get(id);
  const reported = { ...sampleReport(world, device, service), ...kept?.reported };
  const reportedAt = kept && Object.keys(kept.reported).length > 0 ? kept.reportedAt : device.statusAt;
  const desiredAt = kept === undefined ? {} : { event_time: toBasic(kept.desiredAt) };
  const hasReported = Object.keys(reported).length > 0;
  return {
    service_id: id,
    desired: { properties: kept?.desired ?? {}, ...desiredAt },
    reported: { properties: reported, ...(hasReported ? { event_time: toBasic(reportedAt) } : {}) },
    version: kept?.version ?? 0,
  };
}
