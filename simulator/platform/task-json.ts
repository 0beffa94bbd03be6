import type { JsonObject } from "../json";
import { toBasic } from "../wire-time";
import type { SubTask, Task } from "./task";

/** IoTDA reference: Task. Neither app_id nor document_source is echoed. */
export function taskJson(task: Task): JsonObject {
  return {
    task_id: task.id,
    ...task.echo,
    status: task.status,
    status_desc: task.statusText,
    task_progress: progressJson(task),
    create_time: toBasic(task.createdAt),
  };
}

/** IoTDA reference: TaskDetail. `error` only on failure, `output` only on success. */
export function subTaskJson(subTask: SubTask): JsonObject {
  const { target, status, output, error } = subTask;
  return {
    target,
    status,
    ...(output === undefined ? {} : { output }),
    ...(error === undefined ? {} : { error: { error_code: error.code, error_msg: error.message } }),
  };
}

function progressJson(task: Task): JsonObject {
  const { counts } = task;
  return {
    total: task.subTasks.length,
    processing: counts.Processing,
    success: counts.Success,
    fail: counts.Fail,
    waitting: counts.Waitting,
    fail_wait_retry: counts.FailWaitRetry,
    stopped: counts.Stopped,
    removed: counts.Removed,
  };
}
