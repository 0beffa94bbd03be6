import type { JsonObject } from "../json";
import { addTask } from "../platform/create-task";
import type { Task } from "../platform/task";
import type { World } from "../platform/world";
import { toBasic } from "../wire-time";
import { draw } from "./random";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Past {
  name: string;
  type: string;
  /** Name of the group that it ran on. */
  group: string;
  /** Devices taken from the group; all when absent. */
  first?: number;
  document?: JsonObject;
  retries?: number;
  needConfirm?: boolean;
  /** Hours after its creation, for a scheduled start. */
  startsIn?: number;
}

const water = (district: number) => `District ${district} water meters`;
const lights = (area: number) => `Street lights area ${area}`;
const shadow = (service: string, desired: JsonObject): JsonObject => ({ shadow: [{ service_id: service, desired }] });
const command = (service: string, name: string, paras: JsonObject): JsonObject => ({ service_id: service, command_name: name, paras });

/** What was done in the weeks before, oldest first. Packages are named by `product version`. */
function pastTasks(): Past[] {
  const list: Past[] = [
    { name: "fw_3_1_8_pilot", type: "firmwareUpgrade", group: "District 1 pilot", document: { package: "WM-210 3.1.8" }, retries: 1 },
    { name: "report_every_15_min_d1", type: "updateDeviceShadows", group: water(1), document: shadow("Meter", { report_interval: 15 }) },
    { name: "sync_time_d3", type: "createCommands", group: water(3), document: command("Meter", "sync_time", { time: "20260101T000000Z" }) },
    { name: "freeze_unpaid_a", type: "freezeDevices", group: water(2), first: 18 },
    { name: "lights_2_0_0_area_1", type: "firmwareUpgrade", group: lights(1), document: { package: "SL-8 2.0.0" } },
    { name: "message_area_2", type: "createMessages", group: lights(2), document: { message: { note: "maintenance tonight" } } },
    { name: "unfreeze_paid_a", type: "unfreezeDevices", group: water(2), first: 12 },
    { name: "gateway_5_0_3", type: "softwareUpgrade", group: "Gas gateways", document: { package: "GG-5 5.0.3" }, retries: 2 },
    { name: "heat_1_8_4_first", type: "firmwareUpgrade", group: "Heat meters", first: 300, document: { package: "HM-40 1.8.4" } },
    { name: "smoke_self_test", type: "createCommands", group: "Smoke sensors", document: command("Smoke", "self_test", { with_siren: false }) },
    { name: "heat_winter", type: "createAsyncCommands", group: "Heat meters", first: 500, document: { ...command("Heat", "set_season", { season: "winter" }), send_strategy: "delay" } },
    { name: "delete_replaced", type: "deleteDevices", group: "Gas meters", first: 6 },
    { name: "gas_0_9_7_trial", type: "firmwareUpgrade", group: "Gas meters", first: 120, document: { package: "GM-16 0.9.7" }, retries: 1 },
    { name: "lights_dim_area_5", type: "updateDeviceShadows", group: lights(5), document: shadow("Light", { brightness: 60 }) },
    { name: "valve_exercise_d4", type: "createCommands", group: water(4), document: command("Valve", "exercise_valve", { cycles: 1 }) },
    { name: "sw_1_6_0_d2", type: "softwareUpgrade", group: water(2), document: { package: "WM-210 1.6.0" }, retries: 2 },
    { name: "fw_3_2_1_pilot_d1", type: "firmwareUpgrade", group: "District 1 pilot", document: { package: "WM-210 3.2.1" } },
    { name: "fw_3_2_1_pilot_d2", type: "firmwareUpgrade", group: "District 2 pilot", document: { package: "WM-210 3.2.1" }, retries: 2 },
    { name: "lights_sw_2_2_0_a3", type: "softwareUpgrade", group: lights(3), document: { package: "SL-8 2.2.0" } },
    { name: "smoke_4_1_0", type: "firmwareUpgrade", group: "Smoke sensors", document: { package: "SD-3 4.1.0" }, retries: 1 },
  ];
  for (const district of [1, 2, 3, 4, 5, 6]) {
    list.push({ name: `read_valves_d${district}`, type: "createCommands", group: water(district), first: 150, document: command("Valve", "read_valve_state", {}) });
  }
  for (const area of [4, 6, 7]) {
    list.push({ name: `lights_sw_2_2_0_a${area}`, type: "softwareUpgrade", group: lights(area), document: { package: "SL-8 2.2.0" }, retries: 1 });
    list.push({ name: `lights_message_a${area}`, type: "createMessages", group: lights(area), document: { message: "schedule checked", ttl: 0 } });
  }
  list.push(
    { name: "fw_3_2_1_care", type: "firmwareUpgrade", group: "Hospital and schools", document: { package: "WM-210 3.2.1" }, retries: 1 },
    { name: "freeze_unpaid_b", type: "freezeDevices", group: water(5), first: 9 },
    { name: "report_every_30_min_d5", type: "updateDeviceShadows", group: water(5), document: shadow("Meter", { report_interval: 30 }) },
    { name: "heat_archive", type: "createAsyncCommands", group: "Heat meters", first: 200, document: { ...command("Heat", "read_archive", { from: "20260101T000000Z", days: 7 }), send_strategy: "immediately" } },
    { name: "restart_gateways", type: "createCommands", group: "Gas gateways", document: command("Gateway", "restart", { delay: 30 }) },
    { name: "fw_3_2_1_d6", type: "firmwareUpgrade", group: water(6), document: { package: "WM-210 3.2.1" }, retries: 2 },
  );
  return list;
}

/** Lived just before the start: two that still run, one that waits for its hour. */
const PRESENT: Past[] = [
  { name: "fw_3_2_1_d8", type: "firmwareUpgrade", group: water(8), document: { package: "WM-210 3.2.1" }, retries: 2 },
  { name: "lights_2_0_0_area_8", type: "firmwareUpgrade", group: lights(8), document: { package: "SL-8 2.0.0" }, retries: 1 },
  { name: "fw_3_2_1_d4_night", type: "firmwareUpgrade", group: water(4), document: { package: "WM-210 3.2.1" }, retries: 2, startsIn: 36 },
];

/** Lives through the weeks before `now`, at the speed of the real platform, and leaves the world there. */
export function makeHistory(world: World, now: number): void {
  const { settings } = world;
  const { speed } = settings;
  settings.speed = 1;
  const list = pastTasks();
  const from = world.now;
  const span = now - 4 * DAY - from;
  list.forEach((past, index) => {
    const jitter = draw(settings.seed, past.name, "hour") * 5 * HOUR;
    world.timeline.runTo(from + (span * index) / list.length + jitter);
    begin(world, past);
  });
  world.timeline.runTo(now - 5000);
  settings.speed = speed;
  for (const past of PRESENT) begin(world, past);
  world.timeline.runTo(now);
}

function begin(world: World, past: Past): Task {
  const group = world.groups.find((candidate) => candidate.name === past.group);
  if (!group) throw new Error(`no group ${past.group}`);
  const ids = world.devicesIn(group).map((device) => device.id);
  const chosen = past.first === undefined ? undefined : ids.slice(0, past.first);
  const document = past.document && withPackage(world, past.document);
  const startsAt = past.startsIn === undefined ? undefined : Math.floor((world.now + past.startsIn * HOUR) / HOUR) * HOUR;
  const body: JsonObject = {
    task_name: past.name,
    task_type: past.type,
    ...(chosen ? { targets: chosen } : { targets_filter: { group_ids: [group.id] } }),
    ...(document ? { document } : {}),
    ...policyOf(past, startsAt),
  };
  return addTask(world, {
    body,
    type: past.type,
    spaceId: group.spaceId,
    document: document ?? {},
    source: chosen ? { kind: "devices", ids: chosen } : { kind: "groups", ids: [group.id] },
    startsAt,
    retries: past.retries ?? 0,
    retryAfter: past.retries === undefined ? 0 : 300,
  });
}

function policyOf(past: Past, startsAt: number | undefined): JsonObject {
  const schedule = startsAt === undefined ? {} : { schedule_time: toBasic(startsAt) };
  const retry = past.retries === undefined ? {} : { retry_count: past.retries, retry_interval: 5 };
  const policy = { ...schedule, ...retry };
  return Object.keys(policy).length === 0 ? {} : { task_policy: policy };
}

function withPackage(world: World, document: JsonObject): JsonObject {
  if (typeof document.package !== "string") return document;
  const [product, version] = document.package.split(" ");
  const found = world.packages.find((item) => item.version === version && world.product(item.productId)?.name === product);
  if (!found) throw new Error(`no package ${document.package}`);
  return { package_id: found.id };
}
