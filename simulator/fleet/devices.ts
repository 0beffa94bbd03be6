import type { Product } from "../platform/catalogue";
import type { Device, DeviceStatus } from "../platform/devices";
import { Ids } from "../platform/ids";
import type { ProductKey } from "./products";
import { draw, hexOf, pick } from "./random";

interface Line {
  key: ProductKey;
  prefix: string;
  /** Devices of this product per 1,000. */
  share: number;
  /** Areas with their weights; the area is the second part of the device id. */
  areas: readonly (readonly [number, number])[];
  firmware: readonly (readonly [string, number])[];
  software: readonly (readonly [string, number])[];
}

const even = [1, 2, 3, 4, 5, 6, 7, 8].map((area) => [area, 1] as const);

const LINES: Line[] = [
  {
    key: "water",
    prefix: "WM210",
    share: 600,
    areas: [
      [1, 14],
      [2, 13],
      [3, 12],
      [4, 13],
      [5, 11],
      [6, 13],
      [7, 12],
      [8, 12],
    ],
    firmware: [
      ["2.9.6", 1],
      ["3.0.4", 6],
      ["3.1.8", 84],
      ["3.2.1", 9],
    ],
    software: [
      ["1.4.0", 2],
      ["1.5.1", 28],
      ["1.6.0", 70],
    ],
  },
  {
    key: "heat",
    prefix: "HM40",
    share: 100,
    areas: even,
    firmware: [
      ["1.8.2", 80],
      ["1.8.4", 20],
    ],
    software: [["1.0.0", 1]],
  },
  {
    key: "gateway",
    prefix: "GG5",
    share: 8,
    areas: even,
    firmware: [
      ["2.3.1", 40],
      ["2.4.0", 60],
    ],
    software: [
      ["5.0.2", 70],
      ["5.0.3", 30],
    ],
  },
  {
    key: "gas",
    prefix: "GM16",
    share: 92,
    areas: even,
    firmware: [
      ["0.9.5", 75],
      ["0.9.7", 25],
    ],
    software: [["1.0.0", 1]],
  },
  {
    key: "light",
    prefix: "SL8",
    share: 150,
    areas: even,
    firmware: [
      ["1.9.0", 8],
      ["1.9.2", 82],
      ["2.0.0", 10],
    ],
    software: [
      ["2.0.0", 10],
      ["2.1.3", 80],
      ["2.2.0", 10],
    ],
  },
  {
    key: "smoke",
    prefix: "SD3",
    share: 50,
    areas: even,
    firmware: [
      ["4.0.1", 85],
      ["4.1.0", 15],
    ],
    software: [["1.0.0", 1]],
  },
];

const STATUS: readonly (readonly [DeviceStatus, number])[] = [
  ["ONLINE", 920],
  ["OFFLINE", 60],
  ["ABNORMAL", 3],
  ["INACTIVE", 12],
  ["FROZEN", 5],
];
const STREETS = [
  "Mill Lane",
  "Harbour Road",
  "Station Street",
  "Park Row",
  "Canal Side",
  "Hill Street",
  "Market Place",
];
/** The area where devices are inactive and some offline devices never come back, so that tasks there take their full 25 hours. */
const REMOTE_AREA = 8;
const NEVER = Number.POSITIVE_INFINITY;

/** The whole fleet, oldest registration first; the same for the same seed and size. */
export function makeDevices(seed: number, size: number, products: Record<ProductKey, Product>): Device[] {
  const ids = new Ids(hexOf(10, seed, "devices"));
  const total = LINES.reduce((sum, line) => sum + line.share, 0);
  const gateways = new Map<number, string[]>();
  const devices: Device[] = [];
  let made = 0;
  let share = 0;
  for (const line of LINES) {
    share += line.share;
    const until = Math.round((size * share) / total);
    const count = until - made;
    made = until;
    for (let index = 0; index < count; index++) {
      const device = makeDevice(seed, line, index, products[line.key]);
      if (line.key === "gateway") gateways.set(areaOf(device), [...(gateways.get(areaOf(device)) ?? []), device.id]);
      if (line.key === "gas") attach(device, gateways, index);
      devices.push(device);
    }
  }
  const step = (Date.UTC(2025, 5, 1) - Date.UTC(2023, 6, 1)) / Math.max(1, devices.length);
  const order = devices.map((device) => ({ device, at: draw(seed, device.id, "registered") }));
  order.sort((a, b) => a.at - b.at);
  return order.map(({ device }, index) => {
    device.createdAt = Math.floor(Date.UTC(2023, 6, 1) + index * step);
    device.record = ids.next(device.createdAt);
    if (device.status !== "INACTIVE") device.activeAt = device.createdAt + 3_600_000;
    device.statusAt = device.createdAt + 7_200_000;
    return device;
  });
}

/** The area that a device's id names. */
export function areaOf(device: Device): number {
  return Number(device.id.split("-")[1]);
}

function makeDevice(seed: number, line: Line, index: number, product: Product): Device {
  const at = (what: string) => draw(seed, line.prefix, index, what);
  const area = pick(line.areas, at("area"));
  const id = `${line.prefix}-${String(area).padStart(2, "0")}-${String(index + 1).padStart(6, "0")}`;
  const drawn = pick(STATUS, at("status"));
  const status = drawn === "INACTIVE" && area !== REMOTE_AREA ? "ONLINE" : drawn;
  const street = STREETS[Math.floor(at("street") * STREETS.length)] ?? "";
  const lost = status === "INACTIVE" || (area === REMOTE_AREA && at("lost") < 0.15);
  const unreported = status === "INACTIVE" ? "" : undefined;
  return {
    record: "",
    id,
    nodeId: id,
    name: `${product.name}_${String(area).padStart(2, "0")}_${index + 1}`,
    appId: product.spaceId,
    productId: product.id,
    gatewayId: id,
    nodeType: "GATEWAY",
    status,
    description: `${street.replace(" ", "_")}_${1 + Math.floor(at("house") * 180)}`,
    firmware: unreported ?? pick(line.firmware, at("firmware")),
    software: unreported ?? pick(line.software, at("software")),
    sdk: "C_v1.2.0",
    tags: [
      { key: "district", value: String(area) },
      { key: "install_year", value: String(2018 + Math.floor(at("year") * 8)) },
    ],
    modules: line.key === "gateway" ? [{ name: "radio", version: "1.2.4" }] : [],
    createdAt: 0,
    activeAt: undefined,
    statusAt: 0,
    shadow: new Map(),
    returnsAfter: lost ? NEVER : 300 + 5700 * at("returns"),
    attempts: 0,
    forcedFailure: undefined,
    auth: undefined,
    extension: undefined,
  };
}

/** Puts a gas meter behind a gateway of its own area, or of any when its area has none. */
function attach(device: Device, gateways: Map<number, string[]>, index: number): void {
  const near = gateways.get(areaOf(device)) ?? [...gateways.values()][0] ?? [];
  const gateway = near[index % Math.max(1, near.length)];
  if (gateway === undefined) return;
  device.gatewayId = gateway;
  device.nodeType = "ENDPOINT";
}
