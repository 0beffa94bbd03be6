import type { Json, JsonObject } from "../json";

export type DeviceStatus = "ONLINE" | "OFFLINE" | "ABNORMAL" | "INACTIVE" | "FROZEN";

interface ShadowService {
  desired: JsonObject;
  desiredAt: number;
  reported: JsonObject;
  reportedAt: number;
  version: number;
}

export interface DeviceAuth {
  type: "SECRET" | "CERTIFICATES";
  secret: string | undefined;
  fingerprint: string | undefined;
  secureAccess: boolean;
  /** Seconds within which the device has to be activated; 0 for ever. */
  timeout: number;
}

/** What a device has that says nothing else. */
export const DEFAULT_AUTH: DeviceAuth = {
  type: "SECRET",
  secret: undefined,
  fingerprint: undefined,
  secureAccess: true,
  timeout: 0,
};

export interface Device {
  /** 24-hex record id that the markers of lists refer to. */
  record: string;
  id: string;
  nodeId: string;
  name: string;
  appId: string;
  productId: string;
  /** Its own id for a directly connected device. */
  gatewayId: string;
  nodeType: "GATEWAY" | "ENDPOINT";
  status: DeviceStatus;
  description: string;
  firmware: string;
  software: string;
  sdk: string;
  tags: { key: string; value: string }[];
  modules: { name: string; version: string }[];
  createdAt: number;
  activeAt: number | undefined;
  statusAt: number;
  shadow: Map<string, ShadowService>;
  /** Device seconds until an offline device is back once something waits for it; Infinity for never. */
  returnsAfter: number;
  /** Upgrade attempts so far; makes every attempt's luck its own. */
  attempts: number;
  /** What is done to it fails with this until it is cleared; set by the control interface. */
  forcedFailure: { code: string; message: string; times: number } | undefined;
  /** Undefined for the seeded fleet, whose secrets nobody knows. */
  auth: DeviceAuth | undefined;
  extension: Json | undefined;
}

/** The failure that was ordered for the next attempt on a device, counted down; undefined when there is none. */
export function takeForced(device: Device): { code: string; message: string } | undefined {
  const forced = device.forcedFailure;
  if (!forced || forced.times <= 0) return undefined;
  forced.times--;
  return forced;
}

/** All devices: by id, and in the order of their registration. */
export class Devices {
  readonly #byId = new Map<string, Device>();
  readonly #byNode = new Map<string, Map<string, Device>>();
  readonly #children = new Map<string, number>();
  #sorted: Device[] = [];
  #stale = false;

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): Device | undefined {
    return this.#byId.get(id);
  }

  /** The device of a product with this node id; node ids are unique within a product. */
  ofNode(productId: string, nodeId: string): Device | undefined {
    return this.#byNode.get(productId)?.get(nodeId);
  }

  /** Sorted by record id, oldest first. */
  all(): readonly Device[] {
    if (this.#stale) {
      this.#sorted = this.#sorted.filter((device) => this.#byId.get(device.id) === device);
      this.#stale = false;
    }
    return this.#sorted;
  }

  /** Adds a device whose record id is above all others'. */
  add(device: Device): void {
    this.#byId.set(device.id, device);
    const nodes = this.#byNode.get(device.productId) ?? new Map<string, Device>();
    this.#byNode.set(device.productId, nodes.set(device.nodeId, device));
    this.#sorted.push(device);
    this.#count(device, 1);
  }

  remove(device: Device): void {
    this.#byId.delete(device.id);
    this.#byNode.get(device.productId)?.delete(device.nodeId);
    this.#stale = true;
    this.#count(device, -1);
  }

  moveTo(device: Device, gatewayId: string): void {
    this.#count(device, -1);
    device.gatewayId = gatewayId;
    this.#count(device, 1);
  }

  childrenOf(id: string): number {
    return this.#children.get(id) ?? 0;
  }

  #count(device: Device, change: number): void {
    if (device.gatewayId === device.id) return;
    this.#children.set(device.gatewayId, this.childrenOf(device.gatewayId) + change);
  }
}
