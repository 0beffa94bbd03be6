import { NO_PROGRESS, type Progress } from "@/lib/tasks/progress";
import { reported, SUB_TASK_STATUSES, TASK_STATUSES } from "@/lib/tasks/status";
import type { PlatformTask, SubTask } from "@/lib/tasks/task";
import { isTaskType, type TaskType } from "@/lib/tasks/task-type";
import { fromWireTime } from "./time";
import type { WireSubTask, WireTask } from "./wire";

const orEmpty = (text: string | null): string => text ?? "";
const orNull = (text: string | null): string | null => (text === "" ? null : text);

/** `asked` stands in for what the platform left out; the wire's type wins where we know the word. */
export function toTask(wire: WireTask, asked: { type: TaskType; name?: string }): PlatformTask {
  const policy = wire.task_policy;
  const { package_id: one, package_ids: several } = wire.document ?? { package_id: null, package_ids: [] };
  return {
    id: wire.task_id,
    name: wire.task_name ?? asked.name ?? "",
    type: wire.task_type !== null && isTaskType(wire.task_type) ? wire.task_type : asked.type,
    status: reported(TASK_STATUSES, orEmpty(wire.status)),
    statusText: orEmpty(wire.status_desc),
    progress: wire.task_progress === null ? NO_PROGRESS : toProgress(wire.task_progress),
    startsAt: fromWireTime(policy?.schedule_time ?? null),
    // Inferred: no attempts, or half of the pair, means no retry.
    retry:
      policy?.retry_count && policy.retry_interval !== null
        ? { count: policy.retry_count, everyMinutes: policy.retry_interval }
        : null,
    needsConfirm: wire.need_confirm ?? false,
    createdAt: fromWireTime(wire.create_time),
    groupIds: wire.targets_filter?.group_ids ?? [],
    packageIds: one === null || several.includes(one) ? several : [one, ...several],
  };
}

/** The one place where the platform's `waitting` and `fail_wait_retry` are spelled. */
function toProgress(wire: NonNullable<WireTask["task_progress"]>): Progress {
  return {
    total: wire.total,
    waiting: wire.waitting,
    processing: wire.processing,
    succeeded: wire.success,
    failed: wire.fail,
    awaitingRetry: wire.fail_wait_retry,
    stopped: wire.stopped,
    removed: wire.removed,
  };
}

export const toSubTask = (wire: WireSubTask): SubTask => ({
  target: orEmpty(wire.target),
  status: reported(SUB_TASK_STATUSES, orEmpty(wire.status)),
  output: wire.output,
  code: orNull(wire.error?.error_code ?? null),
  message: orNull(wire.error?.error_msg ?? null),
});
