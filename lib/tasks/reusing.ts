import type { Reuse } from "./origin";
import type { TaskType } from "./task-type";
import type { TaskView } from "./view";

/** Why a task can not be used again in some way; keys of `reuse.blocked`. */
export type ReuseBlock =
  | "type-unknown"
  | "type-not-offered"
  | "not-on-platform"
  | "gone"
  | "no-devices"
  | "nothing-done"
  | "no-undo";

/** What a task's type says about using it again; from the registry, which weighs too much for a page to look at itself. */
export type ReuseFacts = {
  /** Why another task of this type can not be made here; null when it can. */
  again: ReuseBlock | null;
  /** Why the task that takes one back can not be made here. */
  undo: ReuseBlock | null;
  undoBy: "type" | "previous-package" | "inverse" | "none";
  /** Its targets are no devices yet: what it leaves behind are the devices that it made. */
  registers: boolean;
  takesRows: boolean;
  /** Types that a list of its devices can go on with. */
  followUps: readonly TaskType[];
};

export type Reusable = Pick<TaskView, "platformId" | "gone" | "progress">;

/** Why each way of using a task again is not possible now; null where it is. An unknown number keeps nothing back. */
export function reuseBlocks(task: Reusable, facts: ReuseFacts): { readonly [R in Reuse]: ReuseBlock | null } {
  const done = task.progress.succeeded === 0 ? "nothing-done" : null;
  return {
    clone: facts.again,
    template: facts.again,
    "follow-up": devicesBlock(task) ?? (facts.registers ? done : null),
    undo: facts.undo ?? devicesBlock(task) ?? done,
  };
}

/** Its devices are read from the platform: they may have been a group then. */
function devicesBlock({ platformId, gone, progress }: Reusable): ReuseBlock | null {
  if (platformId === null) return "not-on-platform";
  if (gone) return "gone";
  return progress.total === 0 ? "no-devices" : null;
}
