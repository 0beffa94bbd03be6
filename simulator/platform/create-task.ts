import type { Contract } from "../contract";
import { badTime, invalid, noSuchFile, noSuchPackage } from "../errors";
import { isObject, type JsonObject, numberOf, objectOf, textOf, textsOf } from "../json";
import { fromBasic } from "../wire-time";
import { created, type Handler } from "./call";
import { noCounts, type TargetSource, type Task, UPGRADES } from "./task";
import { taskJson } from "./task-json";
import { packagesOf } from "./upgrades";
import type { World } from "./world";

const DAYS_AHEAD = 7;
const MAX_EXT_INFO = 512;
const MAX_SHADOW_BYTES = 10 * 1024;
const MAX_PARAS_BYTES = 32 * 1024;
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
const DOCUMENT_SCHEMA: Record<string, string> = {
  createCommands: "DeviceCommandRequest",
  createAsyncCommands: "AsyncDeviceCommandRequest",
  createMessages: "DeviceMessageRequest",
  updateDeviceShadows: "UpdateDesireds",
};
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
  if (JSON.stringify(extra).length > MAX_EXT_INFO) throw invalid("task_ext_info is too long.");
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

function checkDocument(type: string, body: JsonObject, contract: Contract): void {
  const document = objectOf(body, "document");
  if (body.document !== undefined && !document) throw invalid("document must be an object.");
  if (PACKAGE_KIND[type]) {
    if (packageIds(document).length === 0) throw invalid("document names no package.");
    const odd = Object.keys(document ?? {}).find((key) => key !== "package_id" && key !== "package_ids");
    if (odd !== undefined) throw invalid(`document has an unknown field ${odd}.`);
    return;
  }
  const schema = DOCUMENT_SCHEMA[type];
  if (!schema) return;
  if (!document) throw invalid("document is required.");
  const fault = contract.fault(schema, document);
  if (fault !== undefined) throw invalid(`document: ${fault}.`);
  checkContent(type, document);
}

function checkContent(type: string, document: JsonObject): void {
  if (type === "createCommands" || type === "createAsyncCommands") {
    if (!isObject(document.paras)) throw invalid("document.paras must be an object.");
    if (JSON.stringify(document.paras).length > MAX_PARAS_BYTES) throw invalid("document.paras is too long.");
    // The reference's own sample sends expire_time 0 with immediately.
    if (Number(document.expire_time ?? 0) > 0 && document.send_strategy !== "delay") {
      throw invalid("document.expire_time needs send_strategy delay.");
    }
  }
  if (type === "updateDeviceShadows") checkShadow(document);
  if (type === "createMessages") {
    const { message, encoding, payload_format } = document;
    if (typeof message !== "string" && !isObject(message)) throw invalid("document.message must be text or an object.");
    if (payload_format === "raw" && encoding === "base64")
      throw invalid("document.payload_format needs encoding none.");
  }
}

function checkShadow(document: JsonObject): void {
  const list = Array.isArray(document.shadow) ? document.shadow.filter(isObject) : [];
  const ids = list.map((item) => textOf(item, "service_id"));
  if (list.length === 0) throw invalid("document.shadow is required.");
  if (new Set(ids).size !== ids.length) throw invalid("document.shadow names a service twice.");
  if (Buffer.byteLength(JSON.stringify(document)) > MAX_SHADOW_BYTES) throw invalid("document is above 10 KB.");
  for (const item of list) {
    const desired = objectOf(item, "desired");
    if (!desired) throw invalid("document.shadow.desired must be an object.");
    if (Object.keys(desired).some((key) => /[.$\0]/.test(key))) throw invalid("document.shadow has a bad key.");
  }
}

function packageIds(document: JsonObject | undefined): string[] {
  if (!document) return [];
  const one = textOf(document, "package_id");
  return textsOf(document, "package_ids") ?? (one === undefined ? [] : [one]);
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
