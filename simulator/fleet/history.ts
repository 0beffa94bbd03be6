import type { JsonObject } from "../json";
import { addTask } from "../platform/create-task";
import type { TargetSource } from "../platform/task";
import type { World } from "../platform/world";
import { toBasic } from "../wire-time";
import { type Past, PRESENT, pastTasks, RECENT } from "./past";
import { draw } from "./random";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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
  for (const [hoursAgo, past] of RECENT) {
    world.timeline.runTo(now - hoursAgo * HOUR);
    begin(world, past);
  }
  world.timeline.runTo(now - 5000);
  settings.speed = speed;
  for (const past of PRESENT) begin(world, past);
  world.timeline.runTo(now);
}

function begin(world: World, past: Past): void {
  const group = world.groups.find((candidate) => candidate.name === past.group);
  if (!group) throw new Error(`no group ${past.group}`);
  const devices = world.devicesIn(group);
  const ids = devices.map((device) => device.id);
  if (ids.length === 0) return;
  const chosen = past.first === undefined ? undefined : ids.slice(0, past.first);
  const document = past.document && named(world, past.document);
  const rows = past.rows?.(devices);
  const startsAt =
    past.startsIn === undefined ? undefined : Math.floor((world.now + past.startsIn * HOUR) / HOUR) * HOUR;
  const body: JsonObject = {
    task_name: past.name,
    task_type: past.type,
    ...sourceJson(group.id, chosen, rows),
    ...(document ? { document } : {}),
    ...policyOf(past, startsAt),
  };
  const task = addTask(world, {
    body,
    type: past.type,
    spaceId: group.spaceId,
    document: document ?? {},
    source: sourceOf(group.id, chosen, rows),
    startsAt,
    retries: past.retries ?? 0,
    retryAfter: past.retries === undefined ? 0 : 300,
  });
  if (past.stoppedAfter === undefined) return;
  world.timeline.plan(world.now + past.stoppedAfter * 1000, () => {
    if (task.status === "Processing") world.engine.stopAll(task);
  });
}

function sourceOf(groupId: string, ids: string[] | undefined, rows: JsonObject[] | undefined): TargetSource {
  if (rows) return { kind: "rows", rows };
  return ids ? { kind: "devices", ids } : { kind: "groups", ids: [groupId] };
}

/** The same as answers echo it: of a file they say nothing. */
function sourceJson(groupId: string, ids: string[] | undefined, rows: JsonObject[] | undefined): JsonObject {
  if (rows) return {};
  return ids ? { targets: ids } : { targets_filter: { group_ids: [groupId] } };
}

function policyOf(past: Past, startsAt: number | undefined): JsonObject {
  const schedule = startsAt === undefined ? {} : { schedule_time: toBasic(startsAt) };
  const retry = past.retries === undefined ? {} : { retry_count: past.retries, retry_interval: 5 };
  const policy = { ...schedule, ...retry };
  return Object.keys(policy).length === 0 ? {} : { task_policy: policy };
}

/** A document with the ids of what it names. */
function named(world: World, document: JsonObject): JsonObject {
  if (typeof document.gateway === "string") {
    const group = world.groups.find((candidate) => candidate.name === document.gateway);
    return { gateway_id: (group && world.devicesIn(group)[0]?.id) ?? "" };
  }
  if (typeof document.package !== "string") return document;
  const [product, version] = document.package.split(" ");
  const found = world.packages.find(
    (item) => item.version === version && world.product(item.productId)?.name === product,
  );
  if (!found) throw new Error(`no package ${document.package}`);
  return { package_id: found.id };
}
