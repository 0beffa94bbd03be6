import type { JsonObject } from "../json";

/** Something that was sent to a device, or is kept for it. */
export interface Delivery {
  kind: "command" | "async-command" | "message" | "properties";
  id: string;
  at: number;
  body: JsonObject;
  /** When the device got it or will get it; Infinity while nobody knows. */
  deliveredAt: number;
  /** When the platform gives it up. */
  expiresAt: number;
}

/** Of each device the last ones are kept. */
const KEPT = 50;

/** What devices were sent, in its order. */
export class Deliveries {
  readonly #byDevice = new Map<string, Delivery[]>();

  of(deviceId: string): readonly Delivery[] {
    return this.#byDevice.get(deviceId) ?? [];
  }

  add(deviceId: string, delivery: Delivery): void {
    const list = this.#byDevice.get(deviceId) ?? [];
    list.push(delivery);
    if (list.length > KEPT) list.shift();
    this.#byDevice.set(deviceId, list);
  }

  pending(deviceId: string, kind: Delivery["kind"], now: number): number {
    return this.of(deviceId).filter((item) => item.kind === kind && stateOf(item, now) === "PENDING").length;
  }

  /** The device is back: it gets all that is kept for it. */
  flush(deviceId: string, now: number): void {
    for (const item of this.of(deviceId)) if (stateOf(item, now) === "PENDING") item.deliveredAt = now;
  }

  forget(deviceId: string): void {
    this.#byDevice.delete(deviceId);
  }
}

export function stateOf(delivery: Delivery, now: number): "PENDING" | "DELIVERED" | "EXPIRED" {
  if (delivery.deliveredAt <= Math.min(now, delivery.expiresAt)) return "DELIVERED";
  return now < delivery.expiresAt ? "PENDING" : "EXPIRED";
}
