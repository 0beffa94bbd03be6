import { addTask } from "./create-task";
import { addDevice as register } from "./device-changes";
import { Ids } from "./ids";
import type { Task } from "./task";
import { type Settings, World } from "./world";

export const START = Date.UTC(2026, 0, 10, 12);
export const SPACE = "space1";
export const PACKAGE = "0000000000000000000000aa";

/** A world with one product on 1.0, a firmware package 2.0 and online devices d0, d1, ...; nothing fails by chance. */
export function testWorld(devices: number, settings: Partial<Settings> = {}): World {
  const world = new World(
    { seed: 1, speed: 1, failures: 0, pastSchedule: "refuse", fileRows: 30_000, ...settings },
    new Ids("aaaaaaaaaa"),
    START,
  );
  world.spaces.push({ id: SPACE, name: "Default", createdAt: START, isDefault: true });
  world.products.push({
    record: world.ids.next(START),
    id: "product1",
    spaceId: SPACE,
    name: "P-1",
    deviceType: "Meter",
    protocol: "MQTT",
    dataFormat: "json",
    manufacturer: "",
    industry: "",
    description: "",
    createdAt: START,
    services: [
      {
        service_id: "Valve",
        service_type: "Valve",
        commands: [{ command_name: "close", paras: [{ para_name: "why", data_type: "string" }] }],
      },
    ],
  });
  world.packages.push({
    id: PACKAGE,
    spaceId: SPACE,
    productId: "product1",
    kind: "firmwarePackage",
    version: "2.0",
    moduleName: undefined,
    sourceVersions: ["1.0"],
    description: "",
    customInfo: undefined,
    createdAt: START,
    fileLocation: {},
  });
  for (let index = 0; index < devices; index++) addDevice(world, `d${index}`);
  world.groups.push({
    record: world.ids.next(START),
    id: "aaaa",
    spaceId: SPACE,
    name: "All",
    description: "",
    parentId: undefined,
    rule: undefined,
    modifiedAt: START,
    members: new Set(world.devices.all().map((device) => device.id)),
  });
  return world;
}

export function addDevice(world: World, id: string): void {
  const device = register(world, SPACE, { product_id: "product1", node_id: id, device_id: id });
  Object.assign(device, { status: "ONLINE", firmware: "1.0", activeAt: START, returnsAfter: 600 });
}

/** An upgrade to 2.0 of the given devices. */
export function upgrade(world: World, ids: string[], more: Partial<Parameters<typeof addTask>[1]> = {}): Task {
  return addTask(world, {
    body: { task_name: "upgrade", task_type: "firmwareUpgrade" },
    type: "firmwareUpgrade",
    spaceId: SPACE,
    document: { package_id: PACKAGE },
    source: { kind: "devices", ids },
    startsAt: undefined,
    retries: 0,
    retryAfter: 0,
    ...more,
  });
}

/** Lets seconds pass on the world's calendar. */
export function pass(world: World, seconds: number): void {
  world.timeline.runTo(world.now + seconds * 1000);
}

export const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `d${index}`);
