import { Ids } from "../platform/ids";
import { type Settings, World } from "../platform/world";
import { makeDevices } from "./devices";
import { makeGroups } from "./groups";
import { makeHistory } from "./history";
import { makeModules, makePackages } from "./packages";
import { makeProducts, makeSpaces } from "./products";
import { hexOf } from "./random";

/** Weeks of history that are lived through before the world begins. */
const HISTORY_MS = 24 * 86_400_000;

/** A world at a moment, with its fleet and its history; the same for the same seed, size and moment. */
export function seededWorld(settings: Settings, size: number, now: number): World {
  const { seed } = settings;
  const world = new World(settings, new Ids(hexOf(10, seed, "world")), now - HISTORY_MS);
  const spaces = makeSpaces(seed);
  const products = makeProducts(seed, spaces.metering, spaces.city);
  world.spaces.push(spaces.metering, spaces.city);
  world.products.push(...Object.values(products));
  world.packages.push(...makePackages(seed, products));
  world.modules.push(...makeModules(seed, products));
  const devices = makeDevices(seed, size, products);
  for (const device of devices) world.devices.add(device);
  world.groups.push(...makeGroups(seed, spaces, products, devices));
  makeHistory(world, now);
  return world;
}
