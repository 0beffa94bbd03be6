import { expect, test } from "vitest";
import type { JsonObject } from "../json";
import { addTask } from "./create-task";
import type { Task } from "./task";
import { ids, pass, SPACE, testWorld } from "./test-world";
import type { World } from "./world";

function run(world: World, type: string, targets: string[], document: JsonObject = {}): Task {
  const task = addTask(world, {
    body: { task_name: "other", task_type: type },
    type,
    spaceId: SPACE,
    document,
    source: { kind: "devices", ids: targets },
    startsAt: undefined,
    retries: 0,
    retryAfter: 0,
  });
  pass(world, 600);
  return task;
}

const failureOf = (task: Task, target: string) => task.byTarget.get(target)?.error?.code;

test("a command is answered by devices that are online", () => {
  const world = testWorld(2);
  world.setStatus(world.device("d1"), "OFFLINE");
  const task = run(world, "createCommands", ids(2), {
    service_id: "Valve",
    command_name: "close",
    paras: { why: "x" },
  });
  expect(task.byTarget.get("d0")?.output).toContain("command_id");
  expect(failureOf(task, "d1")).toBe("IOTDA.014016");
  expect(task.status).toBe("PartialSuccess");
});

test.each<[string, JsonObject]>([
  ["service", { service_id: "Heart", command_name: "close", paras: {} }],
  ["command", { service_id: "Valve", command_name: "fly", paras: {} }],
  ["parameter", { service_id: "Valve", command_name: "close", paras: { wings: 2 } }],
])("a command with an unknown %s fails per device", (_what, document) => {
  expect(failureOf(run(testWorld(1), "createCommands", ["d0"], document), "d0")).toBe("IOTDA.000006");
});

test("an asynchronous command does not fit an MQTT device", () => {
  const task = run(testWorld(1), "createAsyncCommands", ["d0"], { paras: {}, send_strategy: "immediately" });
  expect(failureOf(task, "d0")).toBe("IOTDA.014113");
});

test("a message for an offline device is kept unless its time to live is 0", () => {
  const world = testWorld(1);
  world.setStatus(world.device("d0"), "OFFLINE");
  expect(run(world, "createMessages", ["d0"], { message: "x" }).status).toBe("Success");
  expect(failureOf(run(world, "createMessages", ["d0"], { message: "x", ttl: 0 }), "d0")).toBe("IOTDA.014016");
});

test("a shadow is kept whatever the type of its values", () => {
  const world = testWorld(1);
  const task = run(world, "updateDeviceShadows", ["d0"], {
    shadow: [{ service_id: "Valve", desired: { opening: "60" } }],
  });
  expect(task.status).toBe("Success");
  expect(world.device("d0").shadow.get("Valve")).toMatchObject({ desired: { opening: "60" }, version: 1 });
});

test("freezing takes directly connected devices only, and back", () => {
  const world = testWorld(2);
  world.device("d1").nodeType = "ENDPOINT";
  const task = run(world, "freezeDevices", ids(2));
  expect(world.device("d0").status).toBe("FROZEN");
  expect(failureOf(task, "d1")).toBe("IOTDA.014005");
  run(world, "unfreezeDevices", ["d0"]);
  expect(world.device("d0").status).toBe("OFFLINE");
});

test("a gateway with children is not deleted; the child and then the gateway are", () => {
  const world = testWorld(2);
  world.devices.moveTo(world.device("d1"), "d0");
  expect(failureOf(run(world, "deleteDevices", ["d0"]), "d0")).toBe("IOTDA.014004");
  run(world, "deleteDevices", ["d1"]);
  expect(run(world, "deleteDevices", ["d0"]).status).toBe("Success");
  expect(world.devices.size).toBe(0);
  expect(world.devices.all()).toEqual([]);
});
