import type { Json } from "@/lib/json";
import type { Progress } from "./progress";
import type { Schedule } from "./schedule";
import type { Reported, SubTaskStatus, TaskStatus } from "./status";
import type { Targets } from "./targets";
import type { TaskType } from "./task-type";

/** A batch task as the platform reports it. `id` is the platform's `task_id`. Instants are ISO strings in UTC. */
export type PlatformTask = {
  id: string;
  name: string;
  type: TaskType;
  status: Reported<TaskStatus>;
  /** The platform's own explanation of a failed task; empty when it gave none. */
  statusText: string;
  progress: Progress;
  startsAt: string | null;
  retry: Schedule["retry"];
  needsConfirm: boolean;
  createdAt: string | null;
  groupIds: readonly string[];
  packageIds: readonly string[];
};

/** One device's part of a task. `code` and `message` are the platform's own; null when it gave none. */
export type SubTask = {
  target: string;
  status: Reported<SubTaskStatus>;
  output: string | null;
  code: string | null;
  message: string | null;
};

/** A page of a marker-paged list. `total` is the platform's count of all matches; `next` null on the last page. */
export type Page<T> = { items: readonly T[]; total: number | null; next: string | null };

/** What is asked of the platform when a task is created; `name` obeys the platform's alphabet. */
export type TaskRequest = {
  name: string;
  type: TaskType;
  spaceId: string;
  targets: Targets;
  document: Json | null;
  schedule: Schedule;
  gatewayMode: boolean;
  needsConfirm: boolean;
  extInfo: { readonly [key: string]: Json } | null;
};

/** What stop, retry or confirm did to one device; a partial failure arrives inside an HTTP 200. */
export type TargetOutcome = { deviceId: string; done: boolean; code: string | null; message: string | null };
