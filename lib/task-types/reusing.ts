import type { Reuse } from "@/lib/tasks/origin";
import type { TaskView } from "@/lib/tasks/view";
import { type CreatableType, isCreatable, taskTypes } from "./registry";

/** Why a task can not be used again in some way; keys of `reuse.blocked`. */
export type ReuseBlock =
  | "type-unknown"
  | "type-not-offered"
  | "not-on-platform"
  | "gone"
  | "no-devices"
  | "nothing-done"
  | "no-undo";

export type Reusable = Pick<TaskView, "type" | "platformId" | "gone" | "progress">;

/** Why each way of using a task again is not possible now; null where it is. An unknown number keeps nothing back. */
export function reuseBlocks(
  task: Reusable,
  offered: readonly CreatableType[],
): { readonly [R in Reuse]: ReuseBlock | null } {
  const content = typeBlock(task.type, offered);
  const registers = isCreatable(task.type) && taskTypes[task.type].rows === "registration";
  const devices = devicesBlock(task) ?? (registers && task.progress.succeeded === 0 ? "nothing-done" : null);
  return { clone: content, template: content, "follow-up": devices, undo: undoBlock(task, offered) };
}

function typeBlock(type: string, offered: readonly CreatableType[]): ReuseBlock | null {
  if (!isCreatable(type)) return "type-unknown";
  return offered.includes(type) ? null : "type-not-offered";
}

/** Its devices are read from the platform: they may have been a group then. */
function devicesBlock({ platformId, gone, progress }: Reusable): ReuseBlock | null {
  if (platformId === null) return "not-on-platform";
  if (gone) return "gone";
  return progress.total === 0 ? "no-devices" : null;
}

function undoBlock(task: Reusable, offered: readonly CreatableType[]): ReuseBlock | null {
  const inverse = undoType(task.type);
  if (inverse === null) return "no-undo";
  return typeBlock(inverse, offered) ?? devicesBlock(task) ?? (task.progress.succeeded === 0 ? "nothing-done" : null);
}

/** The type of the task that takes one of this type back; null where there is none. */
export function undoType(type: string): string | null {
  if (!isCreatable(type)) return null;
  const { undo } = taskTypes[type];
  if (undo === null) return null;
  return undo.by === "type" ? undo.type : type;
}

/** Types that a list of a task's devices can go on with: those that take a list. */
export const followUpTypes = (offered: readonly CreatableType[]): readonly CreatableType[] =>
  offered.filter((type) => taskTypes[type].ways.includes("devices"));
