import { draw } from "../fleet/random";
import { isObject, type Json, type JsonObject, textOf, textsOf } from "../json";
import { toBasic } from "../wire-time";
import type { Device } from "./devices";
import type { World } from "./world";

/** What a device that has ever been active reported of a service: made up from its model, always the same. */
export function sampleReport(world: World, device: Device, service: JsonObject): JsonObject {
  if (device.activeAt === undefined) return {};
  const properties = Array.isArray(service.properties) ? service.properties.filter(isObject) : [];
  const readable = properties.filter((item) => textOf(item, "method")?.includes("R"));
  const entries = readable.map((item) => {
    const name = textOf(item, "property_name") ?? "";
    return [name, sampleOf(item, draw(world.settings.seed, device.id, name), device)];
  });
  return Object.fromEntries(entries);
}

function sampleOf(item: JsonObject, at: number, device: Device): Json {
  const list = textsOf(item, "enum_list") ?? [];
  const min = Number(textOf(item, "min") ?? 0);
  const max = Math.min(Number(textOf(item, "max") ?? 1000), min + 100_000);
  const step = typeof item.step === "number" ? item.step : 1;
  switch (textOf(item, "data_type")) {
    case "int":
    case "long":
      return min + Math.floor(((max - min) * at) / step) * step;
    case "decimal":
      return Number((min + (max - min) * at).toFixed(2));
    case "enum":
      return list[Math.floor(at * list.length)] ?? "";
    case "boolean":
      return at < 0.5;
    case "DateTime":
      return toBasic(device.createdAt + Math.floor(at * 86_400) * 1000);
    case "string list":
      return [];
    case "jsonObject":
      return {};
    default:
      return "";
  }
}
