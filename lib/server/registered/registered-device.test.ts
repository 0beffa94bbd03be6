import { describe, expect, test } from "vitest";
import type { SubTask } from "@/lib/tasks/task";
import { readRegistered, splitTarget, withoutSecrets } from "./registered-device";

const OUTPUT = '{"device_id":"pump_1","app_id":"space","secret":"hunter2-hunter2","fingerprint":null}';
const subTask = (output: string | null): SubTask => ({
  target: "pump_1",
  status: { known: "Success" },
  output,
  code: null,
  message: null,
});

test("the platform's words on a registered device are read, whatever else stands in them", () => {
  expect(readRegistered(OUTPUT)).toEqual({ deviceId: "pump_1", secret: "hunter2-hunter2", fingerprint: "" });
  for (const output of [null, "", "done", "[]", "{}", '{"device_id":""}', '{"device_id":1}'])
    expect(readRegistered(output)).toBeNull();
});

describe("what a sub-task shows", () => {
  test("is a registered device's ID and nothing else of it", () => {
    const shown = withoutSecrets("createDevices", subTask(OUTPUT));
    expect(shown.output).toBe("pump_1");
    expect(JSON.stringify(shown)).not.toContain("hunter2");
  });

  test("is nothing of a registration that we can not read: it may be a secret", () => {
    expect(withoutSecrets("createDevices", subTask("secret=hunter2-hunter2")).output).toBeNull();
  });

  test("is no secret of other types either, and their output as it came", () => {
    expect(withoutSecrets("updateDevices", subTask(OUTPUT)).output).toBe("pump_1");
    expect(withoutSecrets("firmwareUpgrade", subTask("already the latest")).output).toBe("already the latest");
  });
});

test("a target is cut at the longest product that begins it", () => {
  const products = ["pump", "pump_2", "valve"];
  expect(splitTarget("pump_7_a", products)).toEqual({ productId: "pump", nodeId: "7_a" });
  expect(splitTarget("pump_2_a", products)).toEqual({ productId: "pump_2", nodeId: "a" });
  expect(splitTarget("pump_", products)).toBeNull();
  expect(splitTarget("gone_1", products)).toBeNull();
});
