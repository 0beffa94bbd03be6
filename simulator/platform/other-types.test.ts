import { expect, test } from "vitest";
import type { JsonObject } from "../json";
import { addTask } from "./create-task";
import type { Task } from "./task";
import { ids, pass, SPACE, testWorld, upgrade } from "./test-world";
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

test("an asynchronous command of the past does not count, nor does one that was delivered", () => {
  const world = testWorld(1);
  for (const product of world.products) product.protocol = "CoAP";
  const document = { paras: {}, send_strategy: "immediately" };
  for (let index = 0; index < 21; index++) {
    expect(run(world, "createAsyncCommands", ["d0"], document).status).toBe("Success");
  }
});

test("20 commands wait for an offline device and the next fails", () => {
  const world = testWorld(1);
  for (const product of world.products) product.protocol = "HTTP";
  world.setStatus(world.device("d0"), "OFFLINE");
  const document = { paras: {}, send_strategy: "delay", expire_time: 172_800 };
  for (let index = 0; index < 20; index++) {
    expect(run(world, "createAsyncCommands", ["d0"], document).status).toBe("Success");
  }
  expect(failureOf(run(world, "createAsyncCommands", ["d0"], document), "d0")).toBe("IOTDA.014114");
});

test("a device that is deleted while an upgrade waits for it is Removed", () => {
  const world = testWorld(2);
  const device = world.device("d0");
  world.setStatus(device, "OFFLINE");
  device.returnsAfter = 3600;
  const task = upgrade(world, ids(2));
  pass(world, 1800);
  run(world, "deleteDevices", ["d0"]);
  pass(world, 3600);
  expect(task.byTarget.get("d0")?.status).toBe("Removed");
  expect([task.status, task.counts.Removed, task.counts.Success]).toEqual(["Success", 1, 1]);
});

test("several modules of one device are upgraded one after the other", () => {
  const world = testWorld(1);
  const [template] = world.packages;
  if (!template) throw new Error("no package");
  const packages = ["radio", "valve"].map((moduleName, index) => {
    const id = `0000000000000000000000b${index}`;
    const kind = "modulePackage" as const;
    return { ...template, id, kind, moduleName, sourceVersions: undefined };
  });
  world.packages.push(...packages);
  const task = addTask(world, {
    body: { task_name: "modules", task_type: "moduleUpgrade" },
    type: "moduleUpgrade",
    spaceId: SPACE,
    document: { package_ids: packages.map((item) => item.id) },
    source: { kind: "devices", ids: ["d0"] },
    startsAt: undefined,
    retries: 0,
    retryAfter: 0,
  });
  pass(world, 7200);
  expect(task.status).toBe("Success");
  expect(world.device("d0").modules).toEqual([
    { name: "radio", version: "2.0" },
    { name: "valve", version: "2.0" },
  ]);
});

test("children change their gateway by the task's document", () => {
  const world = testWorld(4);
  for (const id of ["d2", "d3"]) {
    world.devices.moveTo(world.device(id), "d0");
    world.device(id).nodeType = "ENDPOINT";
  }
  const task = run(world, "changeGateway", ["d1", "d2"], { gateway_id: "d1" });
  expect(failureOf(task, "d1")).toBe("IOTDA.014007");
  expect(world.device("d2").gatewayId).toBe("d1");
  expect(failureOf(run(world, "changeGateway", ["d2"], { gateway_id: "d1" }), "d2")).toBe("IOTDA.014007");
  expect(failureOf(run(world, "changeGateway", ["d2"], { gateway_id: "nobody" }), "d2")).toBe("IOTDA.014008");
  run(world, "deleteDevices", ["d2"]);
  expect([world.devices.childrenOf("d0"), world.devices.childrenOf("d1")]).toEqual([1, 0]);
});

test("a device of another resource space does not exist for the task", () => {
  const world = testWorld(1);
  world.device("d0").appId = "elsewhere";
  expect(failureOf(run(world, "freezeDevices", ["d0"]), "d0")).toBe("IOTDA.014000");
});
