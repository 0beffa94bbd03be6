import { fail, ok, type Result } from "@/lib/failure";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { Scope } from "@/lib/tasks/targets";
import type { PlatformTask, TargetOutcome, TaskRequest } from "@/lib/tasks/task";
import { isTaskType } from "@/lib/tasks/task-type";
import type { Call, Connection } from "./connection";
import type { Iotda } from "./iotda";
import { pagingQuery, toPage } from "./page";
import { toSubTask, toTask } from "./to-domain";
import { toCreateBody, toScopeBody } from "./to-wire";
import { wireNothing, wireOutcomes, wireShownTask, wireTask, wireTasks } from "./wire";

type TaskOperations = Pick<
  Iotda,
  "createTask" | "listTasks" | "showTask" | "stopTask" | "retryTask" | "confirmTask" | "deleteTask"
>;

/** The operations on batch tasks. */
export function taskOperations(connection: Connection): TaskOperations {
  const act = (operation: string, verb: "stop" | "retry" | "confirm") => async (taskId: string, scope: Scope) => {
    const body = toScopeBody(scope);
    const segments = ["batchtasks", taskId, verb];
    const result = await connection.write({ operation, method: "POST", segments, body, what: "task" }, wireOutcomes);
    return result.ok ? ok(result.value.targets.map(toOutcome)) : result;
  };
  return {
    createTask: (request) => createTask(connection, request),
    async listTasks({ spaceId, type, status, ...paging }) {
      const query = [
        ["app_id", spaceId] as const,
        ["task_type", type] as const,
        ...(status === undefined ? [] : [["status", status] as const]),
        ...pagingQuery(paging),
      ];
      const call: Call = { operation: "ListBatchTasks", method: "GET", segments: ["batchtasks"], query };
      const result = await connection.read(call, wireTasks);
      return result.ok ? ok(toPage(result.value, paging, (wire) => toTask(wire, { type }))) : result;
    },
    showTask: (of) => showTask(connection, of),
    stopTask: act("StopBatchTask", "stop"),
    retryTask: act("RetryBatchTask", "retry"),
    confirmTask: act("ConfirmBatchTask", "confirm"),
    async deleteTask(taskId) {
      const segments = ["batchtasks", taskId];
      const call: Call = { operation: "DeleteBatchTask", method: "DELETE", segments, what: "task" };
      const result = await connection.write(call, wireNothing);
      return result.ok ? ok(null) : result;
    },
  };
}

async function createTask(connection: Connection, request: TaskRequest): Promise<Result<PlatformTask>> {
  const body = toCreateBody(request);
  const call: Call = { operation: "CreateBatchTask", method: "POST", segments: ["batchtasks"], body };
  const result = await connection.write(call, wireTask);
  return result.ok ? ok(toTask(result.value, request)) : result;
}

async function showTask(
  connection: Connection,
  { taskId, subTaskStatus, deviceId, ...paging }: Parameters<Iotda["showTask"]>[0],
): ReturnType<Iotda["showTask"]> {
  const query = [
    ...(subTaskStatus === undefined ? [] : [["task_detail_status", subTaskStatus satisfies SubTaskStatus] as const]),
    ...(deviceId === undefined ? [] : [["target", deviceId] as const]),
    ...pagingQuery(paging),
  ];
  const segments = ["batchtasks", taskId];
  const call: Call = { operation: "ShowBatchTask", method: "GET", segments, query, what: "task" };
  const result = await connection.read(call, wireShownTask);
  if (!result.ok) return result;
  const { batchtask, task_details: items, page } = result.value;
  const type = batchtask.task_type ?? "";
  if (!isTaskType(type)) return fail({ kind: "unreadable", operation: call.operation, requestId: null });
  return ok({ task: toTask(batchtask, { type }), subTasks: toPage({ page, items }, paging, toSubTask) });
}

type WireOutcome = { target: string; status: string | null; error_code: string | null; error_msg: string | null };

const toOutcome = (wire: WireOutcome): TargetOutcome => ({
  deviceId: wire.target,
  done: wire.status === "success",
  code: wire.error_code,
  message: wire.error_msg,
});
