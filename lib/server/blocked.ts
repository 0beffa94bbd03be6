import { progressOf, statusOf, type TaskRecord } from "@/lib/db/task-rows";
import { taskFacts } from "@/lib/task-types/facts";
import { type Blocked, blockedVerbs } from "@/lib/tasks/acting";
import type { ActionView } from "@/lib/tasks/action";

/** Why each verb is not possible on a task now. */
export const blockedOf = (task: TaskRecord, actions: readonly Pick<ActionView, "verb" | "finishedAt">[]): Blocked =>
  blockedVerbs({
    onPlatform: task.platformId !== null && task.goneAt === null,
    status: statusOf(task),
    progress: progressOf(task),
    needsConfirm: task.needsConfirm,
    facts: taskFacts[task.type],
    running: actions.filter(({ finishedAt }) => finishedAt === null).map(({ verb }) => verb),
  });
