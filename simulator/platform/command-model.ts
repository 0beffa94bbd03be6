import { isObject, type Json, type JsonObject, objectOf, textOf, textsOf } from "../json";
import type { Device } from "./devices";
import type { World } from "./world";

const listOf = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

function servicesOf(world: World, device: Device): JsonObject[] {
  return world.product(device.productId)?.services ?? [];
}

export function serviceIds(world: World, device: Device): string[] {
  return servicesOf(world, device).map((service) => textOf(service, "service_id") ?? "");
}

/** Why a command does not fit the device's model; undefined when it does. Without a service its format is free. */
export function commandFault(world: World, device: Device, document: JsonObject): string | undefined {
  const serviceId = textOf(document, "service_id");
  if (serviceId === undefined) return undefined;
  if (!serviceIds(world, device).includes(serviceId)) return `The product has no service ${serviceId}.`;
  const name = textOf(document, "command_name") ?? "";
  const command = commandOf(world, device, document);
  if (!command) return `The service ${serviceId} has no command ${name}.`;
  const paras = listOf(command.paras);
  const given = objectOf(document, "paras") ?? {};
  const odd = Object.keys(given).find((key) => !paras.some((para) => para.para_name === key));
  if (odd !== undefined) return `The command ${name} has no parameter ${odd}.`;
  // Inferred: that a missing one is refused.
  const missing = paras.find((para) => para.required === true && given[textOf(para, "para_name") ?? ""] === undefined);
  return missing === undefined ? undefined : `The command ${name} needs ${textOf(missing, "para_name") ?? ""}.`;
}

function commandOf(world: World, device: Device, document: JsonObject): JsonObject | undefined {
  const service = servicesOf(world, device).find((item) => item.service_id === document.service_id);
  return listOf(service?.commands).find((item) => item.command_name === document.command_name);
}

/** What a device answers to a command, in the words of its model. */
export function answerTo(world: World, device: Device, document: JsonObject): JsonObject {
  const [response] = listOf(commandOf(world, device, document)?.responses);
  if (!response) return { result_code: 0 };
  const paras = listOf(response.paras).map((para) => [textOf(para, "para_name") ?? "", sampleOf(para)]);
  return { result_code: 0, response_name: response.response_name, paras: Object.fromEntries(paras) };
}

function sampleOf(para: JsonObject): Json {
  const type = textOf(para, "data_type");
  if (type === "enum") return textsOf(para, "enum_list")?.[0] ?? "";
  if (type === "boolean") return true;
  if (type === "int" || type === "long" || type === "decimal") return Number(textOf(para, "min") ?? 0);
  if (type === "string list") return [];
  return type === "jsonObject" ? {} : "";
}

/** Of desired values those that the device may be told: IoTDA reference: method contains W. */
export function writableOf(world: World, device: Device, serviceId: string, values: JsonObject): JsonObject {
  const service = servicesOf(world, device).find((item) => item.service_id === serviceId);
  const writable = listOf(service?.properties).filter((item) => textOf(item, "method")?.includes("W"));
  const names = writable.map((item) => textOf(item, "property_name"));
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => names.includes(key) && value !== null));
}
