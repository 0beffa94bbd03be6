import "server-only";
import { actionsOf, chunksOf, findAction } from "@/lib/db/actions";
import { findSubmission } from "@/lib/db/submissions";
import { type Asking, familyRows, findTaskRow, listTaskRows } from "@/lib/db/task-list";
import type { TaskRecord } from "@/lib/db/task-rows";
import { findTask } from "@/lib/db/tasks";
import { FailureError } from "@/lib/failure";
import { taskFacts } from "@/lib/task-types/facts";
import type { ActionView } from "@/lib/tasks/action";
import { TASK_TYPES } from "@/lib/tasks/task-type";
import type { TaskFilter, TaskList, TaskView } from "@/lib/tasks/view";
import { actionView } from "./action-view";
import { blockedOf } from "./blocked";
import { taskId } from "./ids";
import { getLink } from "./link";
import { runtime } from "./runtime";

const STOPPABLE = TASK_TYPES.filter((type) => taskFacts[type].stoppable);

export const askingOf = (spaceId: string, now: number): Asking => ({ spaceId, now, stoppable: STOPPABLE });

export async function requireTask(id: string): Promise<TaskRecord> {
  const { database } = await runtime();
  const task = await findTask(database, taskId(id));
  if (task === null) throw new FailureError({ kind: "missing", what: "task" });
  return task;
}

export async function listTasks(filter: TaskFilter, spaceId: string): Promise<TaskList> {
  const { database, now } = await runtime();
  const listed = await listTaskRows(database, filter, askingOf(spaceId, now()));
  return { ...listed, link: await getLink(spaceId) };
}

/** Everything on the task page but the sub-tasks, from our database. Throws `missing`. */
export async function getTask(id: string): Promise<TaskView> {
  const { database, now } = await runtime();
  const task = await requireTask(id);
  const row = await findTaskRow(database, task.id, askingOf(task.spaceId, now()));
  if (row === null) throw new FailureError({ kind: "missing", what: "task" });
  const submission = task.ours ? await findSubmission(database, task.id) : null;
  const actions = await actionsOf(database, task.id);
  const chunks = await chunksOf(
    database,
    actions.map((action) => action.id),
  );
  const { looks, lastLookAt, givenUpAt } = submission ?? { looks: 0, lastLookAt: null, givenUpAt: null };
  return {
    ...row,
    statusText: task.statusText,
    spaceId: task.spaceId,
    packageLabel: task.packageLabel ?? task.packageIds[0] ?? null,
    targetSummary: task.targetSummary,
    retry: task.retry,
    needsConfirm: task.needsConfirm,
    document: taskFacts[task.type].intent === "command" ? (submission?.request?.document ?? null) : null,
    holdUntil: submission?.state === "held" || submission?.state === "missed" ? submission.holdUntil : null,
    settling: submission?.state === "uncertain" ? { looks, lastLookAt, givenUpAt } : null,
    family: task.familyId === null ? [] : await familyRows(database, task.familyId, askingOf(task.spaceId, now())),
    failure: submission?.failure ?? null,
    actions: actions.map((action) => actionView(action, chunks, "what-failed")),
    blocked: blockedOf(task, actions),
    link: await getLink(task.spaceId),
  };
}

/** One action with every device's result. Throws `missing` when it is not an action of this task. */
export async function getAction(id: string, actionId: string): Promise<ActionView> {
  const { database } = await runtime();
  const action = await findAction(database, taskId(actionId));
  if (action === null || action.taskId !== id) throw new FailureError({ kind: "missing", what: "action" });
  return actionView(action, await chunksOf(database, [action.id]), "everything");
}
