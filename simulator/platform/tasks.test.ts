import { beforeAll, expect, test } from "vitest";
import { Contract } from "../contract";
import { Refusal } from "../errors";
import { isObject, type JsonObject } from "../json";
import { toBasic } from "../wire-time";
import type { Handler } from "./call";
import { createBatchTask } from "./create-task";
import type { Task } from "./task";
import {
  confirmBatchTask,
  deleteBatchTask,
  listBatchTasks,
  retryBatchTask,
  showBatchTask,
  stopBatchTask,
} from "./tasks";
import { ids, PACKAGE, pass, SPACE, START, testWorld, upgrade } from "./test-world";
import type { World } from "./world";

const HOUR = 3600;
let contract: Contract;
beforeAll(() => {
  contract = new Contract(new URL("../contract/openapi.yaml", import.meta.url));
});

const call = (handler: Handler, world: World, params: Record<string, string>, body: JsonObject = {}, query = {}) =>
  handler(world, { params, query, body }, contract);
const act = (handler: Handler, world: World, task: Task, body: JsonObject = {}) =>
  call(handler, world, { task_id: task.id }, body).body?.targets;
const create = (world: World, body: JsonObject) => call(createBatchTask, world, {}, body);

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return `${error.status} ${error.code}`;
    throw error;
  }
  return "accepted";
}

const UPGRADE: JsonObject = {
  task_name: "t1",
  task_type: "firmwareUpgrade",
  targets: ["d0"],
  document: { package_id: PACKAGE },
};

test("a created task answers 201 with zero counters and without app_id", () => {
  const answer = create(testWorld(1), { ...UPGRADE, app_id: SPACE });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    task_name: "t1",
    status: "Initializing",
    task_progress: { total: 0, removed: 0 },
  });
  expect(answer.body).not.toHaveProperty("app_id");
  expect(answer.body?.task_id).toMatch(/^[a-f0-9]{24}$/);
});

test.each<[string, JsonObject, string]>([
  ["no targets at all", { targets: undefined }, "400 IOTDA.000006"],
  ["an empty list of targets", { targets: [] }, "400 IOTDA.000006"],
  ["an empty list of groups", { targets: undefined, targets_filter: { group_ids: [] } }, "400 IOTDA.000006"],
  ["another key than group_ids", { targets: undefined, targets_filter: { groups: ["aaaa"] } }, "400 IOTDA.000006"],
  ["a file for an upgrade", { targets: undefined, document_source: "f" }, "400 IOTDA.000006"],
  ["an unknown group", { targets: undefined, targets_filter: { group_ids: ["bbbb"] } }, "404 IOTDA.014300"],
  ["no package", { document: {} }, "400 IOTDA.000006"],
  ["an unknown package", { document: { package_id: "0000000000000000000000ff" } }, "404 IOTDA.014202"],
  ["a package of another kind", { task_type: "softwareUpgrade" }, "400 IOTDA.000006"],
  ["an unknown field in the document", { document: { package_id: PACKAGE, x: 1 } }, "400 IOTDA.000006"],
  ["an unknown space", { app_id: "nowhere" }, "403 IOTDA.001000"],
  ["a count without an interval", { task_policy: { retry_count: 1 } }, "400 IOTDA.000006"],
  ["an interval without a count", { task_policy: { retry_interval: 5 } }, "400 IOTDA.000006"],
  ["a moment that does not exist", { task_policy: { schedule_time: "20260231T000000Z" } }, "400 IOTDA.000009"],
  ["a start that has passed", { task_policy: { schedule_time: toBasic(START - HOUR * 1000) } }, "400 IOTDA.000009"],
  [
    "a start after 7 days",
    { task_policy: { schedule_time: toBasic(START + 8 * 24 * HOUR * 1000) } },
    "400 IOTDA.000006",
  ],
  ["task_ext_info of over 512 characters", { task_ext_info: { note: "x".repeat(510) } }, "400 IOTDA.000006"],
  ["gateway mode for a freeze", { task_type: "freezeDevices", task_mode: "GATEWAY" }, "400 IOTDA.000006"],
  ["confirmation for a freeze", { task_type: "freezeDevices", need_confirm: true }, "400 IOTDA.000006"],
  [
    "a file that is not there",
    { task_type: "deleteDevices", targets: undefined, document_source: "f" },
    "404 IOTDA.014600",
  ],
  [
    "a command without parameters",
    { task_type: "createCommands", document: { service_id: "Valve" } },
    "400 IOTDA.000006",
  ],
  ["a message without a message", { task_type: "createMessages", document: {} }, "400 IOTDA.000006"],
  [
    "a shadow that names a service twice",
    {
      task_type: "updateDeviceShadows",
      document: {
        shadow: [
          { service_id: "A", desired: {} },
          { service_id: "A", desired: {} },
        ],
      },
    },
    "400 IOTDA.000006",
  ],
  ["everything right", {}, "accepted"],
  [
    "a scheduled start with retries",
    { task_policy: { schedule_time: toBasic(START + HOUR * 1000), retry_count: 2, retry_interval: 5 } },
    "accepted",
  ],
  ["package_ids", { document: { package_ids: [PACKAGE] } }, "accepted"],
  ["targets before groups", { targets_filter: { group_ids: [] } }, "accepted"],
])("create with %s", (_name, change, expected) => {
  const body = Object.fromEntries(Object.entries({ ...UPGRADE, ...change }).filter(([, value]) => value !== undefined));
  expect(refusal(() => create(testWorld(1), body))).toBe(expected);
});

test("a start that has passed can be switched to run at once", () => {
  const world = testWorld(1, { pastSchedule: "run" });
  create(world, { ...UPGRADE, task_policy: { schedule_time: toBasic(START - HOUR * 1000) } });
  pass(world, HOUR);
  expect(world.tasks[0]?.status).toBe("Success");
});

test("targets win over groups", () => {
  const world = testWorld(3);
  create(world, { ...UPGRADE, targets_filter: { group_ids: ["aaaa"] } });
  pass(world, 60);
  expect(world.tasks[0]?.subTasks).toHaveLength(1);
});

test("lists by type, space and status, newest first", () => {
  const world = testWorld(3);
  const [first, second] = [upgrade(world, ["d0"]), upgrade(world, ["d1"], { startsAt: START + HOUR * 1000 })];
  pass(world, 60);
  const list = (query: Record<string, string>) => {
    const tasks = call(listBatchTasks, world, {}, {}, query).body?.batchtasks;
    return Array.isArray(tasks) ? tasks.filter(isObject).map((task) => task.task_id) : [];
  };
  expect(list({ task_type: "firmwareUpgrade" })).toEqual([second.id, first.id]);
  expect(list({ task_type: "firmwareUpgrade", status: "Waitting" })).toEqual([second.id]);
  expect(list({ task_type: "softwareUpgrade" })).toEqual([]);
});

test("shows sub-tasks by status and by target; paging does not touch the task", () => {
  const world = testWorld(3);
  world.device("d1").forcedFailure = { code: "IOTDA.014230", message: "low battery", times: 9 };
  const task = upgrade(world, ids(3));
  pass(world, HOUR);
  const show = (query: Record<string, string | number>) =>
    call(showBatchTask, world, { task_id: task.id }, {}, query).body;
  expect(show({ task_detail_status: "Fail" })).toMatchObject({
    batchtask: { status: "PartialSuccess", task_progress: { total: 3, success: 2, fail: 1 } },
    task_details: [{ target: "d1", status: "Fail", error: { error_code: "IOTDA.014230", error_msg: "low battery" } }],
    page: { count: 1 },
  });
  expect(show({ target: "d2" })).toMatchObject({
    task_details: [{ target: "d2", status: "Success" }],
    page: { count: 1 },
  });
  expect(show({ limit: 1, offset: 1 })).toMatchObject({ task_details: [{ target: "d1" }], page: { count: 3 } });
  expect(show({ target: "d9" })).toMatchObject({ task_details: [], page: { count: 0 } });
});

test("stopping all goes through Stopping to Stopped and keeps what is done", () => {
  const world = testWorld(40);
  const task = upgrade(world, ids(40));
  pass(world, 30);
  const done = task.counts.Success;
  expect(act(stopBatchTask, world, task)).toEqual([]);
  expect(task.status).toBe("Stopping");
  pass(world, 60);
  expect(task.status).toBe("Stopped");
  expect(task.counts.Stopped).toBe(40 - task.counts.Success);
  expect(task.counts.Success).toBeGreaterThanOrEqual(done);
  pass(world, HOUR);
  expect(task.counts.Stopped + task.counts.Success).toBe(40);
  const next = upgrade(world, ["d39"]);
  pass(world, HOUR);
  expect(next.status).toBe("Success");
});

test("a task that waits for its hour can be stopped and never starts", () => {
  const world = testWorld(2);
  const task = upgrade(world, ids(2), { startsAt: START + HOUR * 1000 });
  pass(world, 60);
  act(stopBatchTask, world, task);
  pass(world, 3 * HOUR);
  expect(task.status).toBe("Stopped");
  expect(task.counts.Stopped).toBe(2);
});

test("chosen targets have their own results inside the answer", () => {
  const world = testWorld(3);
  world.device("d0").firmware = "2.0";
  const task = upgrade(world, ids(3));
  pass(world, 40);
  expect(act(stopBatchTask, world, task, { targets: ["d1", "d0", "stranger"] })).toEqual([
    { target: "d1", status: "success" },
    { target: "d0", status: "failure", error_code: "IOTDA.014220", error_msg: expect.any(String) },
    {
      target: "stranger",
      status: "failure",
      error_code: "IOTDA.014219",
      error_msg: "Invalid input. The target is not in the task.",
    },
  ]);
  expect(task.status).toBe("Processing");
  pass(world, HOUR);
  expect(task.status).toBe("PartialSuccess");
  expect(act(retryBatchTask, world, task, { targets: ["d1"] })).toEqual([{ target: "d1", status: "success" }]);
  pass(world, HOUR);
  expect(task.status).toBe("Success");
});

test("retrying all runs failed, waiting-for-retry and stopped sub-tasks and no others", () => {
  const world = testWorld(4);
  for (const id of ["d0", "d1"]) world.device(id).forcedFailure = { code: "c", message: "m", times: 1 };
  const task = upgrade(world, ids(4));
  pass(world, 30);
  act(stopBatchTask, world, task, { targets: ["d3"] });
  pass(world, HOUR);
  expect(task.counts).toMatchObject({ Fail: 2, Stopped: 1, Success: 1 });
  act(retryBatchTask, world, task);
  expect(task.status).toBe("Processing");
  pass(world, HOUR);
  expect(task.status).toBe("Success");
  expect(task.byTarget.get("d2")?.tries).toBe(1);
});

test("held devices wait until they are confirmed, one by one or all", () => {
  const world = testWorld(3);
  const task = upgrade(world, ids(3), { body: { task_name: "t", task_type: "firmwareUpgrade", need_confirm: true } });
  pass(world, HOUR);
  expect(task.status).toBe("Waitting");
  expect(act(confirmBatchTask, world, task, { targets: ["d1"] })).toEqual([{ target: "d1", status: "success" }]);
  expect(task.status).toBe("Processing");
  pass(world, HOUR);
  expect(task.counts).toMatchObject({ Waitting: 2, Success: 1 });
  act(confirmBatchTask, world, task);
  pass(world, HOUR);
  expect(task.status).toBe("Success");
});

test.each<[string, Handler, (world: World, task: Task) => void, string]>([
  ["delete a running task", deleteBatchTask, (world) => pass(world, 30), "400 IOTDA.014218"],
  ["delete a final task", deleteBatchTask, (world) => pass(world, HOUR), "accepted"],
  ["stop a final task", stopBatchTask, (world) => pass(world, HOUR), "400 IOTDA.014218"],
  ["stop a stopping task", stopBatchTask, (world, task) => world.engine.stopAll(task), "400 IOTDA.014218"],
  ["retry a waiting task", retryBatchTask, () => undefined, "400 IOTDA.014218"],
  ["retry a successful task", retryBatchTask, (world) => pass(world, HOUR), "400 IOTDA.014218"],
  [
    "retry a stopped task",
    retryBatchTask,
    (world, task) => {
      world.engine.stopAll(task);
      pass(world, 60);
    },
    "400 IOTDA.014218",
  ],
  ["confirm a task that needs none", confirmBatchTask, (world) => pass(world, 30), "400 IOTDA.014218"],
])("%s", (_name, handler, before, expected) => {
  const world = testWorld(1);
  const task = upgrade(world, ["d0"]);
  before(world, task);
  expect(refusal(() => act(handler, world, task))).toBe(expected);
});

test.each([stopBatchTask, retryBatchTask, confirmBatchTask])("other types than upgrades are refused", (handler) => {
  const world = testWorld(1);
  create(world, { task_name: "t", task_type: "freezeDevices", targets: ["d0"] });
  const [task] = world.tasks;
  expect(task && refusal(() => act(handler, world, task))).toBe("400 IOTDA.014218");
});

test("a task that does not exist is a 404", () => {
  expect(refusal(() => call(showBatchTask, testWorld(0), { task_id: "00" }))).toBe("404 IOTDA.014200");
});
