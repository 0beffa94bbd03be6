import { beforeAll, expect, test } from "vitest";
import { Contract } from "../contract";
import { Refusal } from "../errors";
import type { JsonObject } from "../json";
import { createBatchTask } from "./create-task";
import { testWorld } from "./test-world";

let contract: Contract;
beforeAll(() => {
  contract = new Contract(new URL("../contract/openapi.yaml", import.meta.url));
});

/** Status of the answer to a task with this document. */
function create(task_type: string, document: JsonObject): number {
  const body = { task_name: "t", task_type, targets: ["d0"], document };
  try {
    return createBatchTask(testWorld(1), { params: {}, query: {}, body }, contract).status;
  } catch (error) {
    if (error instanceof Refusal) return error.status;
    throw error;
  }
}

const x = (length: number) => "x".repeat(length);
const command = (more: JsonObject): JsonObject => ({ service_id: "Valve", command_name: "close", paras: {}, ...more });
const delayed = (more: JsonObject): JsonObject => ({ ...command({ send_strategy: "delay" }), ...more });
const properties = (more: JsonObject): JsonObject => ({ message: "m", properties: more });
const users = (count: number) => Array.from({ length: count }, () => ({ prop_key: "k", prop_value: "v" }));
const services = (count: number): JsonObject => ({
  shadow: Array.from({ length: count }, (_, index) => ({ service_id: `S${index}`, desired: { a: 1 } })),
});
/** A shadow whose JSON has exactly so many bytes. */
const shadowOf = (bytes: number): JsonObject => {
  const empty = JSON.stringify({ shadow: [{ service_id: "S", desired: { a: "" } }] }).length;
  return { shadow: [{ service_id: "S", desired: { a: x(bytes - empty) } }] };
};

test.each<[string, string, (size: number) => JsonObject, number, number]>([
  ["service_id", "createCommands", (size) => command({ service_id: x(size) }), 64, 65],
  ["command_name", "createCommands", (size) => command({ command_name: x(size) }), 128, 129],
  ["paras", "createAsyncCommands", (size) => delayed({ paras: { a: x(size - 8) } }), 32 * 1024, 32 * 1024 + 1],
  ["expire_time", "createAsyncCommands", (size) => delayed({ expire_time: size }), 172_800, 172_801],
  ["ttl", "createMessages", (size) => ({ message: "m", ttl: size }), 1440, 1445],
  ["ttl in steps of 5", "createMessages", (size) => ({ message: "m", ttl: size }), 5, 6],
  ["message_id", "createMessages", (size) => ({ message: "m", message_id: x(size) }), 100, 101],
  ["name", "createMessages", (size) => ({ message: "m", name: x(size) }), 128, 129],
  ["correlation_data", "createMessages", (size) => properties({ correlation_data: x(size) }), 128, 129],
  ["response_topic", "createMessages", (size) => properties({ response_topic: x(size) }), 128, 129],
  ["user_properties", "createMessages", (size) => properties({ user_properties: users(size) }), 20, 21],
  ["services", "updateDeviceShadows", services, 5, 6],
  ["content", "updateDeviceShadows", shadowOf, 10 * 1024, 10 * 1024 + 1],
])("%s of %s is accepted at its limit and refused beyond", (_what, type, document, limit, beyond) => {
  expect(create(type, document(limit))).toBe(201);
  expect(create(type, document(beyond))).toBe(400);
});

test.each<[string, string, JsonObject]>([
  ["paras that are text", "createCommands", command({ paras: "a" })],
  ["no paras", "createCommands", { service_id: "Valve" }],
  ["no send_strategy", "createAsyncCommands", command({})],
  ["an expiry without delay", "createAsyncCommands", command({ send_strategy: "immediately", expire_time: 60 })],
  ["no message", "createMessages", { name: "m" }],
  ["a message that is a number", "createMessages", { message: 1 }],
  ["raw and base64", "createMessages", { message: "m", encoding: "base64", payload_format: "raw" }],
  ["an unknown field", "createMessages", { message: "m", text: "m" }],
  ["a service twice", "updateDeviceShadows", { shadow: [1, 2].map(() => ({ service_id: "S", desired: {} })) }],
  ["no desired", "updateDeviceShadows", { shadow: [{ service_id: "S" }] }],
  ["no service", "updateDeviceShadows", { shadow: [] }],
  ["a key with a dot", "updateDeviceShadows", { shadow: [{ service_id: "S", desired: { "a.b": 1 } }] }],
  ["a key with a dollar", "updateDeviceShadows", { shadow: [{ service_id: "S", desired: { a$: 1 } }] }],
  ["no gateway", "changeGateway", {}],
  ["an unknown field", "changeGateway", { gateway_id: "d0", force: true }],
])("%s in %s is refused", (_what, type, document) => {
  expect(create(type, document)).toBe(400);
});

test.each<[string, JsonObject]>([
  [
    "createAsyncCommands",
    { service_id: "water", command_name: "ON_OFF", paras: {}, expire_time: 0, send_strategy: "immediately" },
  ],
  [
    "createMessages",
    {
      message_id: "99b32da9-cd17-4cdf-a286-f6e849cbc364",
      name: "messageName",
      message: "HelloWorld",
      encoding: "none",
      payload_format: "standard",
      topic: "messageDown",
      topic_full_name: "/device/message/down",
    },
  ],
  ["updateDeviceShadows", { shadow: [{ service_id: "WaterMeter", desired: { temperature: "60" } }] }],
  ["updateDeviceShadows", { shadow: [{ service_id: "S", desired: { a: null } }] }],
  ["createMessages", { message: { any: 1 }, ttl: 0 }],
])("the documented sample of %s is accepted", (type, document) => {
  expect(create(type, document)).toBe(201);
});
