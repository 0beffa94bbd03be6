import { expect, test } from "vitest";
import { protocolProblem } from "./model-protocol";

test.each([
  ["createCommands", "MQTT", null],
  ["createCommands", "mqtt", null],
  ["createCommands", "CoAP", "mqtt"],
  ["createCommands", "", null],
  ["createMessages", "MQTT", null],
  ["createMessages", "Modbus", "mqtt"],
  ["createAsyncCommands", "CoAP", null],
  ["createAsyncCommands", "LwM2M", null],
  ["createAsyncCommands", "MQTT", "other"],
  ["updateDeviceShadows", "MQTT", null],
  ["updateDeviceShadows", "CoAP", null],
] as const)("%s to %s devices: %s", (type, protocol, problem) => {
  expect(protocolProblem(type, { protocol })).toBe(problem);
});
