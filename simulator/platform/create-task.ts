import { badTime, invalid, noSuchFile, noSuchPackage } from "../errors";
import { isObject, type JsonObject, numberOf, objectOf, textOf, textsOf, writeJson } from "../json";
import { fromBasic } from "../wire-time";
import { created, type Handler } from "./call";
import { checkDocument, packageIds } from "./documents";
import { noCounts, type TargetSource, type Task, UPGRADES } from "./task";
import { taskJson } from "./task-json";
import { packagesOf } from "./upgrades";
import type { World } from "./world";

const DAYS_AHEAD = 7;
const MAX_EXT_INFO = 512;
const FROM_DEVICES = [
  ...UPGRADES,
  "deleteDevices",
  "freezeDevices",
  "unfreezeDevices",
  "createCommands",
  "createAsyncCommands",
  "createMessages",
  "updateDeviceShadows",
  "changeGateway",
];
const FROM_FILE = [
  "createDevices",
  "updateDevices",
  "deleteDevices",
  "freezeDevices",
  "unfreezeDevices",
  "changeGateway",
];
const PACKAGE_KIND: Record<string, string> = {
  softwareUpgrade: "softwarePackage",
  firmwareUpgrade: "firmwarePackage",
  moduleUpgrade: "modulePackage",
};

/** IoTDA reference: CreateBatchTask. */
export const createBatchTask: Handler = (world, { body }, contract) => {
  const type = textOf(body, "task_type") ?? "";
  checkModes(body, type);
  const policy = readPolicy(body, world);
  const document = objectOf(body, "document") ?? {};
  checkDocument(type, body, contract);
  const source = readSource(body, type);
  if (type === "changeGateway" && source.kind !== "file" && textOf(document, "gateway_id") === undefined) {
    throw invalid("document.gateway_id is required.");
  }
  const space = world.space(textOf(body, "app_id"));
  if (source.kind === "groups") for (const id of source.ids) world.group(id);
  if (source.kind === "file" && !world.files.find(source.id, world.now)) throw noSuchFile();
  const wanted = PACKAGE_KIND[type];
  if (wanted) checkPackages(world, { document, spaceId: space.id }, wanted);
  const task = addTask(world, { body, type, spaceId: space.id, document, source, ...policy });
  return created(taskJson(task));
};

interface Draft {
  body: JsonObject;
  type: string;
  spaceId: string;
  document: JsonObject;
  source: TargetSource;
  startsAt: number | undefined;
  retries: number;
  retryAfter: number;
}

/** Puts a checked task into the world and starts its life. */
export function addTask(world: World, draft: Draft): Task {
  const { body, type, spaceId, document, source, startsAt, retries, retryAfter } = draft;
  const { app_id: _space, document_source: _file, ...echo } = body;
  const task: Task = {
    id: world.ids.next(world.now),
    spaceId,
    name: textOf(body, "task_name") ?? "",
    type,
    needConfirm: body.need_confirm === true,
    document,
    source,
    startsAt,
    retries,
    retryAfter,
    createdAt: world.now,
    status: "Initializing",
    statusText: "",
    due: false,
    confirmAll: false,
    stopRequested: false,
    subTasks: [],
    byTarget: new Map(),
    counts: noCounts(),
    queue: [],
    dispatching: false,
    request: body,
    echo,
  };
  world.tasks.push(task);
  world.engine.start(task);
  return task;
}

function checkModes(body: JsonObject, type: string): void {
  const upgrade = type === "softwareUpgrade" || type === "firmwareUpgrade";
  if (body.task_mode !== undefined && !upgrade) throw invalid("task_mode does not fit the task_type.");
  if (body.need_confirm === true && !UPGRADES.includes(type)) {
    throw invalid("need_confirm does not fit the task_type.");
  }
  const extra = body.task_ext_info;
  if (extra === undefined) return;
  if (!upgrade || !isObject(extra)) throw invalid("task_ext_info is not allowed here.");
  if (writeJson(extra).length > MAX_EXT_INFO) throw invalid("task_ext_info is too long.");
}

/** IoTDA reference: TaskPolicy. Count and interval come together or not at all; the interval is minutes. */
function readPolicy(body: JsonObject, world: World): Pick<Draft, "startsAt" | "retries" | "retryAfter"> {
  const policy = objectOf(body, "task_policy") ?? {};
  const count = numberOf(policy, "retry_count");
  const interval = numberOf(policy, "retry_interval");
  if ((count === undefined) !== (interval === undefined)) {
    throw invalid("retry_count and retry_interval come together.");
  }
  const retry = { retries: count ?? 0, retryAfter: (interval ?? 0) * 60 };
  const text = textOf(policy, "schedule_time");
  if (text === undefined) return { startsAt: undefined, ...retry };
  const startsAt = fromBasic(text);
  if (startsAt === undefined) throw badTime("schedule_time.");
  if (startsAt > world.now + DAYS_AHEAD * 86_400_000) throw invalid("schedule_time is more than 7 days ahead.");
  if (startsAt < world.now - 1000 && world.settings.pastSchedule === "refuse") {
    throw badTime("schedule_time has passed.");
  }
  return { startsAt, ...retry };
}

/** Inferred: the documented statuses of CreateBatchTask have no 404, other operations do. */
function checkPackages(world: World, task: Pick<Task, "document" | "spaceId">, kind: string): void {
  const found = packagesOf(world, task);
  if (found.length !== new Set(packageIds(task.document)).size) throw noSuchPackage();
  if (found.some((item) => item.kind !== kind)) throw invalid("The package is of another type.");
}

/** IoTDA reference: targets before targets_filter before document_source. */
function readSource(body: JsonObject, type: string): TargetSource {
  const ids = textsOf(body, "targets") ?? [];
  const fromDevices = FROM_DEVICES.includes(type);
  if (fromDevices && ids.length > 0) return { kind: "devices", ids };
  const filter = objectOf(body, "targets_filter");
  if (filter && fromDevices) {
    const groups = textsOf(filter, "group_ids");
    const odd = Object.keys(filter).find((key) => key !== "group_ids");
    if (odd !== undefined || !groups) throw invalid("targets_filter takes group_ids only.");
    if (groups.length > 0) return { kind: "groups", ids: groups };
  }
  const file = textOf(body, "document_source");
  if (file !== undefined && FROM_FILE.includes(type)) return { kind: "file", id: file };
  throw invalid("The task has no targets that fit its type.");
}
