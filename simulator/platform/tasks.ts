import { noSuchTask, wrongState } from "../errors";
import { type JsonObject, textsOf } from "../json";
import { pageOf, pageRequest } from "../paging";
import { type Answer, type Call, type Handler, noContent, ok, param, queryText } from "./call";
import { isStoppable } from "./engine";
import { FINAL, type SubTask, type SubTaskStatus, subTaskId, type Task, type TaskStatus, UPGRADES } from "./task";
import { subTaskJson, taskJson } from "./task-json";
import type { World } from "./world";

/** IoTDA reference: ListBatchTasks. Without app_id: all spaces. */
export const listBatchTasks: Handler = (world, call) => {
  const spaceId = queryText(call, "app_id");
  if (spaceId !== undefined) world.space(spaceId);
  const type = queryText(call, "task_type");
  const status = queryText(call, "status");
  const matches = (task: Task) =>
    task.type === type &&
    (spaceId === undefined || task.spaceId === spaceId) &&
    (status === undefined || task.status === status);
  const { items, page } = pageOf(world.tasks, (task) => task.id, pageRequest(call.query), matches);
  return ok({ batchtasks: items.map(taskJson), page });
};

/** IoTDA reference: ShowBatchTask. Paging is about the sub-tasks only. */
export const showBatchTask: Handler = (world, call) => {
  const task = taskOf(world, call);
  const status = queryText(call, "task_detail_status");
  const target = queryText(call, "target");
  const matches = (subTask: SubTask) =>
    (status === undefined || subTask.status === status) && (target === undefined || subTask.target === target);
  const { items, page } = pageOf(
    task.subTasks,
    (subTask) => subTaskId(task, subTask.index),
    pageRequest(call.query),
    status === undefined && target === undefined ? undefined : matches,
  );
  return ok({ batchtask: taskJson(task), task_details: items.map(subTaskJson), page });
};

/** IoTDA reference: DeleteBatchTask. Final tasks only. */
export const deleteBatchTask: Handler = (world, call) => {
  const task = taskOf(world, call);
  if (!FINAL.includes(task.status)) throw wrongState("The task is not finished and cannot be deleted.");
  world.removeTask(task);
  return noContent();
};

/** IoTDA reference: StopBatchTask. */
export const stopBatchTask: Handler = (world, call) => {
  const task = taskOf(world, call);
  refuseType(isStoppable(task));
  refuseStatus(task, ["Initializing", "Waitting", "Processing"]);
  return act(task, call, ["Processing", "Waitting", "FailWaitRetry"], {
    all: () => world.engine.stopAll(task),
    one: (subTask) => world.engine.stopOne(task, subTask),
  });
};

/** IoTDA reference: RetryBatchTask. */
export const retryBatchTask: Handler = (world, call) => {
  const task = taskOf(world, call);
  refuseType(isStoppable(task));
  refuseStatus(task, ["Processing", "Fail", "PartialSuccess"]);
  const states: SubTaskStatus[] = ["Fail", "FailWaitRetry", "Stopped"];
  return act(task, call, states, {
    all: (subTasks) => world.engine.retry(task, subTasks),
    one: (subTask) => world.engine.retry(task, [subTask]),
  });
};

/** IoTDA reference: ConfirmBatchTask. Inferred: refused for a task that needs no confirmation. */
export const confirmBatchTask: Handler = (world, call) => {
  const task = taskOf(world, call);
  refuseType(UPGRADES.includes(task.type) && task.needConfirm);
  refuseStatus(task, ["Initializing", "Waitting", "Processing"]);
  return act(task, call, ["Waitting"], {
    all: (subTasks) => {
      if (task.status === "Initializing") task.confirmAll = true;
      world.engine.confirm(
        task,
        subTasks.filter((subTask) => !subTask.confirmed),
      );
    },
    one: (subTask) => {
      if (!subTask.confirmed) world.engine.confirm(task, [subTask]);
    },
  });
};

function taskOf(world: World, call: Call): Task {
  const id = param(call, "task_id");
  const task = world.tasks.find((candidate) => candidate.id === id);
  if (!task) throw noSuchTask();
  return task;
}

function refuseType(allowed: boolean): void {
  if (!allowed) throw wrongState("The operation is not supported for this task type.");
}

function refuseStatus(task: Task, allowed: TaskStatus[]): void {
  if (!allowed.includes(task.status)) {
    throw wrongState(`The operation is not allowed for a task in the status ${task.status}.`);
  }
}

/**
 * `{}` acts on every sub-task in the given states, `{"targets"}` on the named ones, each with its
 * own result inside the 200. Inferred: `targets: []` means all, and the answer to "all" is an empty list.
 */
function act(
  task: Task,
  call: Call,
  states: SubTaskStatus[],
  on: { all: (subTasks: SubTask[]) => void; one: (subTask: SubTask) => void },
): Answer {
  const targets = textsOf(call.body, "targets") ?? [];
  if (targets.length === 0) {
    on.all(task.subTasks.filter((subTask) => states.includes(subTask.status)));
    return ok({ targets: [] });
  }
  const results = targets.map((target): JsonObject => {
    const subTask = task.byTarget.get(target);
    if (!subTask) return failed(target, "IOTDA.014219", "Invalid input. The target is not in the task.");
    if (!states.includes(subTask.status)) {
      const text = `Operation not allowed. The target is in the status ${subTask.status}.`;
      return failed(target, "IOTDA.014220", text);
    }
    on.one(subTask);
    return { target, status: "success" };
  });
  return ok({ targets: results });
}

function failed(target: string, code: string, message: string): JsonObject {
  return { target, status: "failure", error_code: code, error_msg: message };
}
