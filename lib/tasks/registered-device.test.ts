import { expect, test } from "vitest";
import { registeredDeviceId } from "./registered-device";

test("only the ID is taken out of what a registration tells", () => {
  const output = JSON.stringify({ device_id: "pump_7", app_id: "space", secret: "OURSECRET", fingerprint: "" });
  expect(registeredDeviceId(output)).toBe("pump_7");
});

test.each([null, "", "registered", "null", "[]", '{"device_id":7}', '{"device_id":"not an id"}', '{"secret":"x"}'])(
  "%j tells no ID",
  (output) => {
    expect(registeredDeviceId(output)).toBeNull();
  },
);
