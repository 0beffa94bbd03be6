import type { Failure } from "@/lib/failure";
import type { Json } from "@/lib/json";
import type { Blocked } from "./acting";
import type { ActionView } from "./action";
import type { Progress } from "./progress";
import type { Reported, TaskStatus } from "./status";
import type { Settling, SubmissionState } from "./submission";
import type { SubTask } from "./task";
import type { TaskType } from "./task-type";

/**
 * A task as the console shows it, ours or made elsewhere. `id` is ours and valid before the platform gives one.
 * `status` and `progress` are as last read at `readAt`; null while nothing was read.
 */
export type TaskRow = {
  id: string;
  platformId: string | null;
  type: TaskType;
  title: string;
  platformName: string | null;
  /** The platform has it no longer: somebody deleted it there. What was last read stays. */
  gone: boolean;
  owner: string | null;
  ours: boolean;
  submission: SubmissionState | null;
  status: Reported<TaskStatus> | null;
  progress: Progress;
  startsAt: string | null;
  createdAt: string;
  finishedAt: string | null;
  readAt: string | null;
  /** Which part of a list that was too long for one task; null for a task of its own. */
  part: { familyId: string; number: number; of: number } | null;
  needsAttention: AttentionReason | null;
};

/** Why a person is needed; the order is the order of urgency. */
export const ATTENTION_REASONS = [
  "uncertain",
  "missed-start",
  "refused",
  "failed",
  "partly-failed",
  "waits-for-confirm",
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

export const TASK_TABS = ["all", "running", "scheduled", "attention", "finished"] as const;
export type TaskTab = (typeof TASK_TABS)[number];

/** Filters of the task list, all in the address. `page` counts from 1. */
export type TaskFilter = { tab: TaskTab; type: TaskType | null; search: string; page: number };
export const TASKS_PER_PAGE = 50;

export type TaskList = {
  rows: readonly TaskRow[];
  total: number;
  counts: { readonly [T in TaskTab]: number };
  link: LinkView;
};

/** Everything that the task page shows but the sub-tasks. */
export type TaskView = TaskRow & {
  statusText: string;
  spaceId: string;
  packageLabel: string | null;
  targetSummary: TargetSummary | null;
  retry: { count: number; everyMinutes: number } | null;
  needsConfirm: boolean;
  settling: Settling | null;
  /** What our own task asked the devices for, as it was sent; null for upgrades, for files and for tasks made elsewhere. */
  document: Json | null;
  /** The hour until which the console keeps it (ISO); null when it is not kept here. */
  holdUntil: string | null;
  failure: Failure | null;
  /** Every part of the list that this task is a part of, in order; empty for a task of its own. */
  family: readonly TaskRow[];
  actions: readonly ActionView[];
  /** Why each verb is not possible now; null when it is. */
  blocked: Blocked;
  link: LinkView;
};

export type TargetSummary =
  | { by: "devices"; count: number }
  | { by: "rows"; count: number }
  | { by: "groups"; names: readonly string[]; count: number | null };

export type SubTaskView = { items: readonly SubTask[]; total: number | null; next: string | null; readAt: string };

/**
 * Health of the line to the platform. `lastReadAt` is the last good answer; `failure` what went wrong since.
 * `running` of `capacity` places in use in this space (10 at once, IoTDA reference: limits).
 */
export type LinkView = {
  platform: { name: string; isSimulator: boolean; host: string };
  lastReadAt: string | null;
  tookMs: number | null;
  failure: Failure | null;
  running: number | null;
  capacity: number;
  now: string;
};

/** The first rows of each kind; `counts` says how many there are of each in all. */
export type OverviewView = {
  counts: TaskList["counts"];
  attention: readonly TaskRow[];
  running: readonly TaskRow[];
  starting: readonly TaskRow[];
  finished: readonly TaskRow[];
  drafts: readonly DraftRow[];
  link: LinkView;
};

export type DraftRow = { id: string; type: TaskType; title: string; step: string; savedAt: string };
