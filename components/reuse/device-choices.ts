import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { Progress, ProgressPart } from "@/lib/tasks/progress";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { TaskType } from "@/lib/tasks/task-type";

/** Devices of one state, or all; `count` is null where the platform did not tell it. */
export type DeviceSet = { status: SubTaskStatus | null; count: number | null };

const STATES: readonly (readonly [SubTaskStatus, ProgressPart])[] = [
  ["Fail", "failed"],
  ["Stopped", "stopped"],
  ["FailWaitRetry", "awaitingRetry"],
  ["Waitting", "waiting"],
  ["Processing", "processing"],
  ["Removed", "removed"],
  ["Success", "succeeded"],
];

/** True where the targets are no devices yet: what a registration leaves behind are the devices that it made. */
export const registers = (type: TaskType): boolean => isCreatable(type) && taskTypes[type].rows === "registration";

/** The sets of devices that a task can be followed up with, the likeliest first; an empty one is not offered. */
export function deviceSets({ type, progress }: { type: TaskType; progress: Progress }): readonly DeviceSet[] {
  if (registers(type)) return [{ status: "Success", count: progress.succeeded }];
  const states = STATES.map(([status, part]) => ({ status, count: progress[part] })).filter(({ count }) => count !== 0);
  return [...states, { status: null, count: progress.total }];
}
