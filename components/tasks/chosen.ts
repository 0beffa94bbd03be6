import type { SubTask } from "@/lib/tasks/task";

/** The devices that somebody chose, as they were when chosen; by device ID. */
export type Chosen = ReadonlyMap<string, SubTask>;

export const NOBODY: Chosen = new Map();

/** The same choice with these devices in it, or out of it. */
export function choose(chosen: Chosen, subTasks: readonly SubTask[], on: boolean): Chosen {
  const next = new Map(chosen);
  for (const subTask of subTasks) {
    if (on) next.set(subTask.target, subTask);
    else next.delete(subTask.target);
  }
  return next;
}
