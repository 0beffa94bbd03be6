import type { Progress, ProgressPart } from "@/lib/tasks/progress";
import type { SubTaskStatus } from "@/lib/tasks/status";

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

/**
 * The sets of devices that a task can be followed up with, the likeliest first; an empty one is not offered. Of a
 * registration it is the devices that it made.
 */
export function deviceSets(progress: Progress, registers: boolean): readonly DeviceSet[] {
  if (registers) return [{ status: "Success", count: progress.succeeded }];
  const states = STATES.map(([status, part]) => ({ status, count: progress[part] })).filter(({ count }) => count !== 0);
  return [...states, { status: null, count: progress.total }];
}
