import type { JsonObject } from "../json";
import { hex } from "./ids";

export type TaskStatus =
  | "Initializing"
  | "Waitting"
  | "Processing"
  | "Success"
  | "Fail"
  | "PartialSuccess"
  | "Stopped"
  | "Stopping";
export type SubTaskStatus = "Waitting" | "Processing" | "Success" | "Fail" | "FailWaitRetry" | "Stopped" | "Removed";

export interface SubTask {
  index: number;
  target: string;
  /** Its row of the file, for tasks made from one. */
  row: JsonObject | undefined;
  status: SubTaskStatus;
  /** Tries made under the retry policy, the first one included. */
  tries: number;
  /** Number of the planned happening that this sub-task waits for; any other is outdated. */
  wake: number;
  /** What coming online would trigger while an upgrade waits for it. */
  onOnline: (() => void) | undefined;
  confirmed: boolean;
  /** The device existed when the task was expanded. */
  known: boolean;
  /** Its last failure will not go away by trying again. */
  stubborn: boolean;
  output: string | undefined;
  error: { code: string; message: string } | undefined;
}

/** Where a task's targets come from; the first usable of the three. */
export type TargetSource =
  | { kind: "devices"; ids: string[] }
  | { kind: "groups"; ids: string[] }
  | { kind: "file"; id: string }
  | { kind: "rows"; rows: JsonObject[] };

export interface Task {
  id: string;
  spaceId: string;
  name: string;
  type: string;
  needConfirm: boolean;
  document: JsonObject;
  source: TargetSource;
  /** Milliseconds since 1970; undefined for at once. */
  startsAt: number | undefined;
  retries: number;
  /** Real seconds, before the simulator's speed. */
  retryAfter: number;
  createdAt: number;
  status: TaskStatus;
  statusText: string;
  /** The scheduled time has come. */
  due: boolean;
  confirmAll: boolean;
  stopRequested: boolean;
  subTasks: SubTask[];
  byTarget: Map<string, SubTask>;
  counts: Record<SubTaskStatus, number>;
  /** Sub-tasks that wait for their turn, in order. */
  queue: SubTask[];
  dispatching: boolean;
  /** The request as it was sent. */
  request: JsonObject;
  /** Those of its fields that answers echo. */
  echo: JsonObject;
}

export const FINAL: readonly TaskStatus[] = ["Success", "Fail", "PartialSuccess", "Stopped"];
export const UPGRADES: readonly string[] = ["softwareUpgrade", "firmwareUpgrade", "moduleUpgrade"];

export function noCounts(): Record<SubTaskStatus, number> {
  return { Waitting: 0, Processing: 0, Success: 0, Fail: 0, FailWaitRetry: 0, Stopped: 0, Removed: 0 };
}

/** The only way a sub-task changes status: it keeps the task's counters true. */
export function setStatus(task: Task, subTask: SubTask, status: SubTaskStatus): void {
  task.counts[subTask.status]--;
  task.counts[status]++;
  subTask.status = status;
}

/** One target of a task as its expansion finds it. */
export interface Target {
  target: string;
  row?: JsonObject;
}

export function addSubTask(task: Task, { target, row }: Target, known: boolean): void {
  const subTask: SubTask = {
    index: task.subTasks.length,
    target,
    row,
    status: "Waitting",
    tries: 0,
    wake: 0,
    onOnline: undefined,
    confirmed: false,
    known,
    stubborn: false,
    output: undefined,
    error: undefined,
  };
  task.subTasks.push(subTask);
  if (!task.byTarget.has(target)) task.byTarget.set(target, subTask);
  task.counts.Waitting++;
}

/** Never shown as such; only page markers carry it. Grows with the index, so the last target lists first. */
export function subTaskId(task: Task, index: number): string {
  return task.id.slice(0, 8) + task.id.slice(18) + hex(index + 1, 10);
}
