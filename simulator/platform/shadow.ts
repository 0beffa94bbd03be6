import { type JsonObject, objectOf, textOf } from "../json";
import { toBasic } from "../wire-time";
import type { Device } from "./devices";

/** IoTDA reference: UpdateDesired. `{}` deletes the block, `null` one property; every change is a new version. */
export function setDesired(device: Device, item: JsonObject, now: number): void {
  const id = textOf(item, "service_id") ?? "";
  const values = objectOf(item, "desired") ?? {};
  const before = device.shadow.get(id) ?? { desired: {}, desiredAt: now, reported: {}, reportedAt: now, version: 0 };
  const merged = Object.keys(values).length === 0 ? {} : { ...before.desired, ...values };
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  device.shadow.set(id, { ...before, desired: kept, desiredAt: now, version: before.version + 1 });
}

/** IoTDA reference: ShowDeviceShadow. Services that were never set or reported are absent. */
export function shadowJson(device: Device): JsonObject {
  const services = [...device.shadow].map(([id, service]) => ({
    service_id: id,
    desired: { properties: service.desired, event_time: toBasic(service.desiredAt) },
    reported: { properties: service.reported, event_time: toBasic(service.reportedAt) },
    version: service.version,
  }));
  return { device_id: device.id, shadow: services };
}
