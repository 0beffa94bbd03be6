import type { Group, Product, Space } from "../platform/catalogue";
import type { Device } from "../platform/devices";
import { Ids } from "../platform/ids";
import { areaOf } from "./devices";
import type { ProductKey } from "./products";
import { draw, hexOf, uuidOf } from "./random";

const DISTRICTS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Static groups, nested up to three deep, and some dynamic ones. */
export function makeGroups(
  seed: number,
  spaces: { metering: Space; city: Space },
  products: Record<ProductKey, Product>,
  devices: Device[],
): Group[] {
  const ids = new Ids(hexOf(10, seed, "groups"));
  const groups: Group[] = [];
  const add = (
    space: Space,
    name: string,
    more: Partial<Pick<Group, "parentId" | "rule" | "description">>,
    isIn?: (device: Device) => boolean,
  ): string => {
    const id = uuidOf(seed, "group", name);
    const members = isIn ? devices.filter((device) => device.appId === space.id && isIn(device)) : [];
    const createdAt = Date.UTC(2024, 0, 1 + groups.length, 8);
    groups.push({
      record: ids.next(createdAt),
      modifiedAt: createdAt,
      id,
      spaceId: space.id,
      name,
      description: "",
      parentId: undefined,
      rule: undefined,
      ...more,
      members: new Set(members.map((device) => device.id)),
    });
    return id;
  };
  const { metering, city } = spaces;
  const of = (key: ProductKey) => (device: Device) => device.productId === products[key].id;
  const water = of("water");
  const north = add(metering, "North", { description: "Districts 1 to 4" });
  const south = add(metering, "South", { description: "Districts 5 to 8" });
  for (const district of DISTRICTS) {
    const parentId = district <= 4 ? north : south;
    const here = (device: Device) => water(device) && areaOf(device) === district;
    const id = add(metering, `District ${district} water meters`, { parentId }, here);
    const pilot = (device: Device) => here(device) && draw(seed, device.id, "pilot") < 0.04;
    if (district <= 3) add(metering, `District ${district} pilot`, { parentId: id }, pilot);
  }
  add(metering, "Heat meters", {}, of("heat"));
  const gas = add(metering, "Gas gateways", {}, of("gateway"));
  add(metering, "Gas meters", { parentId: gas }, of("gas"));
  add(
    metering,
    "Hospital and schools",
    { description: "Handle with care" },
    (device) => water(device) && draw(seed, device.id, "care") < 0.01,
  );
  const lights = add(city, "Street lights", { description: "All areas" });
  for (const area of DISTRICTS) {
    add(
      city,
      `Street lights area ${area}`,
      { parentId: lights },
      (device) => of("light")(device) && areaOf(device) === area,
    );
  }
  add(city, "Smoke sensors", {}, of("smoke"));
  add(metering, "Water meters on 3.1.8", { rule: `product_id = '${products.water.id}' and fw_version = '3.1.8'` });
  add(metering, "Offline now", { rule: "status = 'OFFLINE'" });
  add(city, "Lights before 2.0", { rule: `product_id = '${products.light.id}' and fw_version in ('1.9.0', '1.9.2')` });
  return groups;
}
