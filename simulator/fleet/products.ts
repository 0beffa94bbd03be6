import type { JsonObject } from "../json";
import type { Product, Space } from "../platform/catalogue";
import { Ids } from "../platform/ids";
import { GAS_GATEWAY, GAS_METER, HEAT_METER, SMOKE_SENSOR, STREET_LIGHT, WATER_METER } from "./models";
import { hexOf } from "./random";

const DAY = 86_400_000;
/** Fixed, so that ids are the same whenever the fleet is made. */
const FIRST_DAY = Date.UTC(2023, 2, 1);

/** The products of the fleet by a short name that only the simulator knows. */
export type ProductKey = "water" | "heat" | "gateway" | "gas" | "light" | "smoke";

export function makeSpaces(seed: number): { metering: Space; city: Space } {
  const space = (name: string, isDefault: boolean, day: number): Space => ({
    id: hexOf(32, seed, "space", name),
    name,
    createdAt: FIRST_DAY + day * DAY,
    isDefault,
  });
  return { metering: space("Metering", true, 0), city: space("City_services", false, 90) };
}

export function makeProducts(seed: number, metering: Space, city: Space): Record<ProductKey, Product> {
  const ids = new Ids(hexOf(10, seed, "products"));
  let day = 1;
  const make = (
    space: Space,
    name: string,
    deviceType: string,
    protocol: string,
    description: string,
    services: JsonObject[],
  ): Product => {
    const createdAt = FIRST_DAY + day++ * 20 * DAY;
    const id = ids.next(createdAt);
    return {
      record: id,
      id,
      spaceId: space.id,
      name,
      deviceType,
      protocol,
      dataFormat: protocol === "CoAP" ? "binary" : "json",
      manufacturer: "Field Instruments",
      industry: "Utilities",
      description,
      createdAt,
      services,
    };
  };
  return {
    water: make(metering, "WM-210", "Water meter", "MQTT", "Water meter with shut-off valve", WATER_METER),
    heat: make(metering, "HM-40", "Heat meter", "CoAP", "NB-IoT heat meter", HEAT_METER),
    gateway: make(metering, "GG-5", "Gas gateway", "MQTT", "Gateway for gas meters in one house", GAS_GATEWAY),
    gas: make(metering, "GM-16", "Gas meter", "MQTT", "Gas meter behind a GG-5", GAS_METER),
    light: make(city, "SL-8", "Street light controller", "MQTT", "Controller in the mast", STREET_LIGHT),
    smoke: make(city, "SD-3", "Smoke sensor", "MQTT", "Battery smoke sensor", SMOKE_SENSOR),
  };
}
