import type { Json } from "@/lib/json";
import type { Schedule } from "@/lib/tasks/schedule";
import { isNonEmpty, MAX_ACTION_TARGETS, MAX_TARGETS, type Scope, type Targets } from "@/lib/tasks/targets";
import type { TaskRequest } from "@/lib/tasks/task";
import { toWireTime } from "./time";

/** The body of CreateBatchTask. Throws on targets that no caller may hand over: none at all, or more than 30,000. */
export function toCreateBody(request: TaskRequest): Json {
  const policy = toPolicy(request.schedule);
  return {
    app_id: request.spaceId,
    task_name: request.name,
    task_type: request.type,
    ...toTargets(request.targets),
    ...(request.document !== null && { document: request.document }),
    ...(policy !== null && { task_policy: policy }),
    ...(request.gatewayMode && { task_mode: "GATEWAY" }),
    ...(request.needsConfirm && { need_confirm: true }),
    ...(request.extInfo !== null && { task_ext_info: request.extInfo }),
  };
}

/** One source only: the platform takes several and silently uses the first. IoTDA reference: CreateBatchTask. */
function toTargets(targets: Targets): { [key: string]: Json } {
  switch (targets.by) {
    case "devices":
      return { targets: atMost(MAX_TARGETS, targets.deviceIds) };
    case "groups":
      return { targets_filter: { group_ids: atMost(MAX_TARGETS, targets.groupIds) } };
    case "file":
      return { document_source: targets.fileId };
    default:
      throw new TypeError(`Unknown targets: ${JSON.stringify(targets satisfies never)}`);
  }
}

function toPolicy({ startsAt, retry }: Schedule): Json | null {
  if (startsAt === null && retry === null) return null;
  return {
    ...(startsAt !== null && { schedule_time: toWireTime(startsAt) }),
    ...(retry !== null && { retry_count: retry.count, retry_interval: retry.everyMinutes }),
  };
}

/**
 * The body of stop, retry and confirm. `{}` means every sub-task, so only the word "all" makes it: an empty or missing
 * list throws. IoTDA reference: StopBatchTask.
 */
export function toScopeBody(scope: Scope): Json {
  return scope.of === "all" ? {} : { targets: atMost(MAX_ACTION_TARGETS, scope.deviceIds) };
}

function atMost(most: number, ids: readonly string[]): readonly string[] {
  if (!isNonEmpty(ids)) throw new RangeError("An empty list of targets must never be sent");
  if (ids.length > most) throw new RangeError(`${ids.length} targets in one call; the platform takes ${most}`);
  return ids;
}
