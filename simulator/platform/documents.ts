import type { Contract } from "../contract";
import { invalid } from "../errors";
import { isObject, type JsonObject, objectOf, textOf, textsOf, writeJson } from "../json";
import { UPGRADES } from "./task";

const MAX_SHADOW_BYTES = 10 * 1024;
const MAX_PARAS_BYTES = 32 * 1024;
const MAX_USER_PROPERTIES = 20;
const RESPONSE_TOPIC = /^[A-Za-z0-9_\-?=$#+/]{1,128}$/;
const SCHEMAS: Record<string, string> = {
  createCommands: "DeviceCommandRequest",
  createAsyncCommands: "AsyncDeviceCommandRequest",
  createMessages: "DeviceMessageRequest",
  updateDeviceShadows: "UpdateDesireds",
};

/** Checks the document of a task by its type. IoTDA reference: document per type. Throws a Refusal. */
export function checkDocument(type: string, body: JsonObject, contract: Contract): void {
  const document = objectOf(body, "document");
  if (body.document !== undefined && !document) throw invalid("document must be an object.");
  if (UPGRADES.includes(type)) {
    checkFields(document, ["package_id", "package_ids"]);
    if (packageIds(document).length === 0) throw invalid("document names no package.");
  }
  if (type === "changeGateway" && document) checkFields(document, ["gateway_id"]);
  const schema = SCHEMAS[type];
  if (schema === undefined) return;
  if (!document) throw invalid("document is required.");
  const fault = contract.fault(schema, document);
  if (fault !== undefined) throw invalid(`document: ${fault}.`);
  checkContent(type, document);
}

function checkFields(document: JsonObject | undefined, known: string[]): void {
  const odd = Object.keys(document ?? {}).find((key) => !known.includes(key));
  if (odd !== undefined) throw invalid(`document has an unknown field ${odd}.`);
}

/** Package ids that a document names; both spellings are documented. */
export function packageIds(document: JsonObject | undefined): string[] {
  if (!document) return [];
  const one = textOf(document, "package_id");
  return textsOf(document, "package_ids") ?? (one === undefined ? [] : [one]);
}

/** What the contract's schemas cannot say; the single-device operations take the same bodies. Throws a Refusal. */
export function checkContent(type: string, document: JsonObject): void {
  if (type === "createCommands" || type === "createAsyncCommands") checkCommand(document);
  if (type === "updateDeviceShadows") checkShadow(document);
  if (type === "createMessages") checkMessage(document);
}

function checkCommand({ paras, expire_time, send_strategy }: JsonObject): void {
  if (!isObject(paras)) throw invalid("paras must be an object.");
  if (Buffer.byteLength(writeJson(paras)) > MAX_PARAS_BYTES) throw invalid("paras is above 32 KB.");
  // The reference's own sample sends expire_time 0 with immediately.
  if (Number(expire_time ?? 0) > 0 && send_strategy !== "delay")
    throw invalid("expire_time needs send_strategy delay.");
}

function checkMessage(document: JsonObject): void {
  const { message, encoding, payload_format } = document;
  if (typeof message !== "string" && !isObject(message)) throw invalid("message must be text or an object.");
  if (payload_format === "raw" && encoding === "base64") throw invalid("payload_format raw needs encoding none.");
  const properties = objectOf(document, "properties") ?? {};
  const user = Array.isArray(properties.user_properties) ? properties.user_properties : [];
  if (user.length > MAX_USER_PROPERTIES) throw invalid("properties.user_properties has more than 20 entries.");
  const topic = textOf(properties, "response_topic");
  if (topic !== undefined && !RESPONSE_TOPIC.test(topic)) throw invalid("properties.response_topic is out of range.");
}

function checkShadow(document: JsonObject): void {
  const list = Array.isArray(document.shadow) ? document.shadow.filter(isObject) : [];
  const ids = list.map((item) => textOf(item, "service_id"));
  if (list.length === 0) throw invalid("shadow is required.");
  if (new Set(ids).size !== ids.length) throw invalid("shadow names a service twice.");
  if (Buffer.byteLength(writeJson(document)) > MAX_SHADOW_BYTES) throw invalid("shadow is above 10 KB.");
  for (const item of list) {
    const desired = objectOf(item, "desired");
    if (!desired) throw invalid("shadow.desired must be an object.");
    if (Object.keys(desired).some((key) => /[.$\0]/.test(key))) throw invalid("shadow has a bad key.");
  }
}
