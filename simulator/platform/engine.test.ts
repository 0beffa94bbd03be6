import { expect, test } from "vitest";
import type { Task } from "./task";
import { addDevice, ids, pass, SPACE, testWorld, upgrade } from "./test-world";
import type { World } from "./world";

const HOUR = 3600;
const total = (task: Task) => Object.values(task.counts).reduce((sum, count) => sum + count, 0);
const fail = (world: World, id: string, message: string, times: number) => {
  world.device(id).forcedFailure = { code: "IOTDA.014230", message, times };
};

test("an upgrade goes from Initializing to Success and changes the versions", () => {
  const world = testWorld(5);
  const task = upgrade(world, ids(5));
  expect(task.status).toBe("Initializing");
  pass(world, 30);
  expect(task.status).toBe("Processing");
  pass(world, HOUR);
  expect(task.status).toBe("Success");
  expect(task.counts.Success).toBe(5);
  expect(world.device("d3").firmware).toBe("2.0");
});

test("the counters always add up to the total", () => {
  const world = testWorld(60, { failures: 0.3 });
  const task = upgrade(world, ids(60), { retries: 2, retryAfter: 300 });
  for (let step = 0; step < 120; step++) {
    pass(world, 20);
    expect(total(task)).toBe(task.subTasks.length);
    expect(Math.min(...Object.values(task.counts))).toBeGreaterThanOrEqual(0);
  }
  expect(task.status).not.toBe("Processing");
});

test("a device on the version already succeeds without a download", () => {
  const world = testWorld(1);
  world.device("d0").firmware = "2.0";
  const task = upgrade(world, ["d0"]);
  pass(world, 40);
  expect(task.subTasks[0]?.output).toBe("current version is the same as the target version");
});

test("a source version that the package does not accept fails", () => {
  const world = testWorld(1);
  world.device("d0").firmware = "0.9";
  const task = upgrade(world, ["d0"]);
  pass(world, 60);
  expect(task.status).toBe("Fail");
  expect(task.subTasks[0]?.error?.message).toContain("0.9");
});

test("an offline device has 25 hours to come back", () => {
  const world = testWorld(2);
  for (const id of ["d0", "d1"]) world.setStatus(world.device(id), "OFFLINE");
  world.device("d0").returnsAfter = 2 * HOUR;
  world.device("d1").returnsAfter = Number.POSITIVE_INFINITY;
  const task = upgrade(world, ids(2));
  pass(world, 3 * HOUR);
  expect(task.byTarget.get("d0")?.status).toBe("Success");
  expect(task.byTarget.get("d1")?.status).toBe("Processing");
  pass(world, 22 * HOUR + 60);
  expect(task.byTarget.get("d1")?.error?.message).toBe("Waiting for the device online timeout");
  expect(task.status).toBe("PartialSuccess");
});

test("a device that comes online is upgraded at once", () => {
  const world = testWorld(1);
  world.setStatus(world.device("d0"), "OFFLINE");
  const task = upgrade(world, ["d0"]);
  pass(world, 60);
  world.setStatus(world.device("d0"), "ONLINE");
  pass(world, HOUR / 2);
  expect(task.status).toBe("Success");
});

test("a device that goes away in the middle loses the connection", () => {
  const world = testWorld(1);
  const task = upgrade(world, ["d0"]);
  pass(world, 60);
  world.setStatus(world.device("d0"), "OFFLINE");
  pass(world, HOUR);
  expect(task.subTasks[0]?.error?.message).toBe("Connection lost during downloading process");
  expect(world.device("d0").firmware).toBe("1.0");
});

test("a failure with retries left waits, runs again and counts as FailWaitRetry meanwhile", () => {
  const world = testWorld(1);
  fail(world, "d0", "Connection lost during downloading process", 1);
  const task = upgrade(world, ["d0"], { retries: 1, retryAfter: 5 * 60 });
  pass(world, 20 * 60);
  expect(task.counts.FailWaitRetry + task.counts.Processing + task.counts.Success).toBe(1);
  expect(task.subTasks[0]?.tries).toBeGreaterThanOrEqual(1);
  pass(world, HOUR);
  expect(task.status).toBe("Success");
  expect(task.subTasks[0]?.tries).toBe(2);
  expect(task.subTasks[0]?.error).toBeUndefined();
});

test("FailWaitRetry lasts the retry interval and the task stays Processing", () => {
  const world = testWorld(1);
  fail(world, "d0", "low battery", 9);
  const task = upgrade(world, ["d0"], { retries: 2, retryAfter: 24 * HOUR });
  pass(world, HOUR);
  expect(task.subTasks[0]?.status).toBe("FailWaitRetry");
  expect(task.status).toBe("Processing");
  pass(world, 60 * HOUR);
  expect(task.status).toBe("Fail");
  expect(task.subTasks[0]?.tries).toBe(3);
});

test("speed divides device durations and not the schedule", () => {
  const world = testWorld(1, { speed: 60 });
  const task = upgrade(world, ["d0"], { startsAt: world.now + HOUR * 1000 });
  pass(world, HOUR - 1);
  expect(task.status).toBe("Waitting");
  pass(world, 31);
  expect(task.status).toBe("Success");
});

test("two upgrades of one device are a Task Conflict", () => {
  const world = testWorld(1);
  upgrade(world, ["d0"]);
  const second = upgrade(world, ["d0"]);
  pass(world, 30);
  expect(second.subTasks[0]?.error?.message).toBe("Task Conflict");
  pass(world, HOUR);
  const third = upgrade(world, ["d0"]);
  pass(world, HOUR);
  expect(third.status).toBe("Success");
});

test("ten tasks run at once in a space; the eleventh waits for a place", () => {
  const world = testWorld(11);
  const tasks = ids(11).map((id) => upgrade(world, [id]));
  pass(world, 30);
  expect(tasks.filter((task) => task.status === "Processing")).toHaveLength(10);
  expect(tasks[10]?.status).toBe("Waitting");
  expect(tasks[10]?.counts.Waitting).toBe(1);
  pass(world, HOUR);
  expect(tasks[10]?.status).toBe("Success");
});

test("another space has its own ten places", () => {
  const world = testWorld(11);
  world.spaces.push({ id: "space2", name: "Other", createdAt: 0, isDefault: false });
  for (const id of ids(10)) world.setStatus(world.device(id), "OFFLINE");
  for (const id of ids(10)) upgrade(world, [id]);
  pass(world, 30);
  world.device("d10").appId = "space2";
  for (const item of world.packages) item.spaceId = "space2";
  const other = upgrade(world, ["d10"], { spaceId: "space2" });
  pass(world, 30);
  expect(other.status).toBe("Processing");
});

test("groups are expanded when the task initialises, direct members only", () => {
  const world = testWorld(2);
  const task = upgrade(world, [], { source: { kind: "groups", ids: ["aaaa"] } });
  addDevice(world, "late");
  pass(world, HOUR);
  expect(task.subTasks.map((subTask) => subTask.target)).toEqual(["d0", "d1"]);
});

test("an empty group fails the task and says so", () => {
  const world = testWorld(0);
  const task = upgrade(world, [], { source: { kind: "groups", ids: ["aaaa"] } });
  pass(world, 60);
  expect(task.status).toBe("Fail");
  expect(task.statusText).not.toBe("");
});

test("a device deleted before its turn is Removed, one that never was fails", () => {
  const world = testWorld(2);
  const task = upgrade(world, ["d0", "d1", "ghost"], { startsAt: world.now + HOUR * 1000 });
  pass(world, 60);
  world.removeDevice(world.device("d1"));
  pass(world, 2 * HOUR);
  expect(task.byTarget.get("d1")?.status).toBe("Removed");
  expect(task.byTarget.get("ghost")?.status).toBe("Fail");
  expect(total(task)).toBe(3);
});

test("devices of another product or space are not upgraded", () => {
  const world = testWorld(2);
  world.device("d0").productId = "other";
  world.device("d1").appId = "other";
  const task = upgrade(world, ids(2));
  pass(world, HOUR);
  expect(task.status).toBe("Fail");
  expect(world.device("d1").firmware).toBe("1.0");
});

test("frozen and abnormal devices fail at once", () => {
  const world = testWorld(1);
  world.setStatus(world.device("d0"), "FROZEN");
  const task = upgrade(world, ["d0"]);
  pass(world, 30);
  expect(task.subTasks[0]?.error).toEqual({ code: "IOTDA.014016", message: "Device Abnormal is not online" });
});

test("30,000 sub-tasks run through without a timer each", () => {
  const world = testWorld(30_000);
  const task = upgrade(world, ids(30_000));
  pass(world, 60);
  expect(world.timeline.pending).toBeLessThan(3000);
  pass(world, 4 * HOUR);
  expect(task.status).toBe("Success");
  expect(task.spaceId).toBe(SPACE);
});
