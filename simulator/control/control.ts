import type { Gate } from "../authentication";
import { invalid, Refusal } from "../errors";
import type { Host } from "../host";
import { isObject, type JsonObject, numberOf, parseJson } from "../json";
import type { Answer } from "../platform/call";
import type { Faults } from "./faults";
import { deviceInside, filesInside, taskInside, tasksInside } from "./inside";
import type { RequestLog } from "./request-log";

export interface ControlParts {
  host: Host;
  gate: Gate;
  faults: Faults;
  log: RequestLog;
  /** SearchDevices calls per second; 0 for no limit. */
  search: { rate: number };
}

/** The interface for tests, under `/_sim`. Throws a Refusal. */
export function control(parts: ControlParts, method: string, url: URL, text: string): Answer {
  const { host, faults, log } = parts;
  const body = text === "" ? {} : parseJson(text);
  if (!isObject(body)) throw invalid("The body must be a JSON object.");
  const device = /^\/_sim\/devices\/([A-Za-z0-9_-]+)$/.exec(url.pathname)?.[1];
  if (device !== undefined && method === "POST") {
    host.changeDevice(device, body);
    return { status: 200, body: {} };
  }
  const task = /^\/_sim\/tasks\/([a-f0-9]+)$/.exec(url.pathname)?.[1];
  host.catchUp();
  if (device !== undefined && method === "GET") return { status: 200, body: deviceInside(host.world, device) };
  if (task !== undefined && method === "GET") return { status: 200, body: taskInside(host.world, task) };
  switch (`${method} ${url.pathname}`) {
    case "GET /_sim/state":
      return { status: 200, body: stateJson(parts) };
    case "GET /_sim/requests": {
      const limit = Number(url.searchParams.get("limit") ?? 200);
      return { status: 200, body: { requests: log.requests(url.searchParams.get("operation"), limit) } };
    }
    case "GET /_sim/tasks":
      return { status: 200, body: { tasks: tasksInside(host.world, url.searchParams.get("name")) } };
    case "GET /_sim/files":
      return { status: 200, body: { files: filesInside(host.world) } };
    case "DELETE /_sim/requests":
      log.clear();
      return { status: 204 };
    case "GET /_sim/violations":
      return { status: 200, body: { violations: log.violations() } };
    case "POST /_sim/advance":
      host.advance(secondsOf(body));
      return { status: 200, body: { now: new Date(host.world.now).toISOString() } };
    case "POST /_sim/faults":
      faults.add(body);
      return { status: 201, body: {} };
    case "DELETE /_sim/faults":
      faults.clear();
      return { status: 204 };
    case "POST /_sim/switches":
      turn(parts, body);
      return { status: 200, body: {} };
    case "POST /_sim/reset":
      host.reset(resetOptions(body));
      faults.clear();
      log.clear();
      return { status: 200, body: stateJson(parts) };
    default:
      throw new Refusal(404, "APIGW.0101", "The control interface has no such call.");
  }
}

function secondsOf(body: JsonObject): number {
  const seconds = numberOf(body, "seconds");
  if (seconds === undefined || !(seconds >= 0 && seconds <= 366 * 86_400)) {
    throw invalid("seconds must be a number from 0 to a year.");
  }
  return seconds;
}

function resetOptions(body: JsonObject) {
  const seed = numberOf(body, "seed");
  const devices = numberOf(body, "devices");
  const speed = numberOf(body, "speed");
  const failures = numberOf(body, "failures");
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(devices === undefined ? {} : { devices }),
    ...(speed === undefined ? {} : { speed }),
    ...(failures === undefined ? {} : { failures }),
  };
}

/** Behaviour that the documentation leaves open or gives twice. */
function turn({ gate, host, search }: ControlParts, body: JsonObject): void {
  for (const [name, value] of Object.entries(body)) {
    if (name === "bad_token" && (value === 401 || value === 403)) gate.badToken = value;
    else if (name === "plain_refusal" && (value === 400 || value === 401)) gate.plainRefusal = value;
    else if (name === "past_schedule" && (value === "refuse" || value === "run"))
      host.world.settings.pastSchedule = value;
    else if (name === "search_rate" && typeof value === "number") search.rate = value;
    else throw invalid(`Unknown switch or value: ${name}.`);
  }
}

function stateJson({ host, faults, log }: ControlParts): JsonObject {
  host.catchUp();
  const { world, options } = host;
  const byStatus: Record<string, number> = {};
  for (const task of world.tasks) byStatus[task.status] = (byStatus[task.status] ?? 0) + 1;
  const devices: Record<string, number> = {};
  for (const device of world.devices.all()) devices[device.status] = (devices[device.status] ?? 0) + 1;
  return {
    now: new Date(world.now).toISOString(),
    seed: options.seed,
    speed: world.settings.speed,
    tasks: { total: world.tasks.length, ...byStatus },
    devices: { total: world.devices.size, ...devices },
    groups: world.groups.length,
    packages: world.packages.length,
    products: world.products.length,
    planned: world.timeline.pending,
    faults: faults.active.map(({ operation, kind, times }) => ({ operation, kind, times })),
    requests: log.counts(),
    violations: log.violations().length,
  };
}
