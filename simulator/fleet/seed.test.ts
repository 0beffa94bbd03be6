import { expect, test } from "vitest";
import { isObject, type JsonObject } from "../json";
import { FINAL } from "../platform/task";
import type { Settings } from "../platform/world";
import { seededWorld } from "./seed";

const NOW = Date.UTC(2026, 0, 10, 12);
const settings = (seed: number): Settings => ({
  seed,
  speed: 60,
  failures: 0.03,
  pastSchedule: "refuse",
  fileRows: 30_000,
});
const world = seededWorld(settings(1), 20_000, NOW);

test("the same seed makes the same world, another seed another one", () => {
  const ids = (seed: number) => {
    const small = seededWorld(settings(seed), 500, NOW);
    const products = small.products.map((product) => product.id);
    const tasks = small.tasks.map((task) => [task.id, task.status, task.counts]);
    return { products, tasks, devices: small.devices.all().map(({ id, record, status }) => [id, record, status]) };
  };
  expect(ids(1)).toEqual(ids(1));
  expect(ids(1).products).not.toEqual(ids(2).products);
});

test("ids do not depend on when the fleet is made", () => {
  const later = seededWorld(settings(1), 200, NOW + 400 * 86_400_000);
  expect(later.packages.map((item) => item.id)).toEqual(world.packages.map((item) => item.id));
  expect(later.groups.map((group) => group.id)).toEqual(world.groups.map((group) => group.id));
});

test.each([20, 200, 20_000])("exactly %i devices, registered in the order of their record ids", (size) => {
  const devices = (size === 20_000 ? world : seededWorld(settings(1), size, NOW)).devices.all();
  expect(devices).toHaveLength(size);
  expect(devices.every((device, index) => index === 0 || (devices[index - 1]?.record ?? "") < device.record)).toBe(
    true,
  );
});

test("a group of over 1,000 meters of one product, and none of them waits for ever", () => {
  const group = world.groups.find((candidate) => candidate.name === "District 7 water meters");
  const devices = group ? world.devicesIn(group) : [];
  expect(devices.length).toBeGreaterThan(1000);
  expect(new Set(devices.map((device) => device.productId)).size).toBe(1);
  expect(devices.filter((device) => device.status === "OFFLINE").length).toBeGreaterThan(20);
  expect(Math.max(...devices.map((device) => device.returnsAfter))).toBeLessThan(2 * 3600);
});

test("every status, gateways with children, dynamic and nested groups", () => {
  const statuses = new Set(world.devices.all().map((device) => device.status));
  expect([...statuses].sort()).toEqual(["ABNORMAL", "FROZEN", "INACTIVE", "OFFLINE", "ONLINE"]);
  const child = world.devices.all().find((device) => device.nodeType === "ENDPOINT");
  expect(world.devices.get(child?.gatewayId ?? "")?.nodeType).toBe("GATEWAY");
  const dynamic = world.groups.filter((group) => group.rule !== undefined);
  expect(dynamic.every((group) => world.devicesIn(group).length > 0)).toBe(true);
  expect(
    world.groups.some((group) => world.groups.some((other) => other.id === group.parentId && other.parentId)),
  ).toBe(true);
});

test.each(["WM-210", "HM-40"])(
  "%s has all nine data types in what is written and in commands, and all methods",
  (name) => {
    const lists = (item: JsonObject, key: string) => (Array.isArray(item[key]) ? item[key].filter(isObject) : []);
    const services = world.products.find((product) => product.name === name)?.services ?? [];
    const properties = services.flatMap((service) => lists(service, "properties"));
    const writable = properties.filter((item) => String(item.method).includes("W"));
    const paras = services.flatMap((service) => lists(service, "commands").flatMap((item) => lists(item, "paras")));
    expect(new Set(writable.map((item) => item.data_type)).size).toBe(9);
    expect(new Set(paras.map((item) => item.data_type)).size).toBe(9);
    expect(new Set(properties.map((item) => item.method))).toEqual(new Set(["R", "RW", "RWE", "W", "WE", "RE", "E"]));
    expect(new Set(paras.map((item) => item.required))).toEqual(new Set([true, false]));
    expect(writable.some((item) => item.data_type === "long" && Number(item.max) > Number.MAX_SAFE_INTEGER)).toBe(true);
  },
);

test("some forty finished tasks of all endings, two running, one waiting for its hour", () => {
  const finished = world.tasks.filter((task) => FINAL.includes(task.status));
  expect(finished.length).toBeGreaterThanOrEqual(38);
  expect([...new Set(finished.map((task) => task.status))].sort()).toEqual([
    "Fail",
    "PartialSuccess",
    "Stopped",
    "Success",
  ]);
  expect(world.tasks.filter((task) => task.status === "Processing")).toHaveLength(2);
  expect(world.tasks.filter((task) => task.status === "Waitting")).toHaveLength(1);
  expect(new Set(finished.map((task) => task.type)).size).toBe(13);
});

test("about three first tries in a hundred fail, and most are cured by trying again", () => {
  const rollout = world.tasks.find((task) => task.name === "fw_3_2_1_d6");
  const tried = rollout?.subTasks.filter((subTask) => subTask.tries > 1) ?? [];
  const cured = tried.filter((subTask) => subTask.status === "Success");
  expect(tried.length / (rollout?.subTasks.length ?? 1)).toBeGreaterThan(0.02);
  expect(cured.length).toBeGreaterThan(5);
});
