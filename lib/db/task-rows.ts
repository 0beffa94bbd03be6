import type { Progress } from "@/lib/tasks/progress";
import { isFinal, reported, TASK_STATUSES } from "@/lib/tasks/status";
import type { PlatformTask } from "@/lib/tasks/task";
import type { taskSnapshots, tasks } from "./schema/tasks";

export type TaskRecord = typeof tasks.$inferSelect;
type Counters = Pick<TaskRecord, keyof Progress>;

export const progressOf = (row: Counters): Progress => ({
  total: row.total,
  waiting: row.waiting,
  processing: row.processing,
  succeeded: row.succeeded,
  failed: row.failed,
  awaitingRetry: row.awaitingRetry,
  stopped: row.stopped,
  removed: row.removed,
});

/** A status as it is kept: the platform's own word, known to us or not. */
const wordOf = ({ status }: PlatformTask): string => (status.known === null ? status.raw : status.known);

export const statusOf = (row: Pick<TaskRecord, "status">) =>
  row.status === null ? null : reported(TASK_STATUSES, row.status);

/** True when the platform now says something else about a task than what is kept. */
export function hasMoved(row: TaskRecord, read: PlatformTask): boolean {
  const before = progressOf(row);
  const keys = Object.keys(before) as (keyof Progress)[];
  return row.status !== wordOf(read) || row.goneAt !== null || keys.some((key) => before[key] !== read.progress[key]);
}

/** What a reading changes on a task that we know. It is finished from the moment that we saw it so. */
export function readingOf(row: TaskRecord | null, read: PlatformTask, at: string): Partial<TaskRecord> {
  const final = isFinal(read.status);
  return {
    ...read.progress,
    status: wordOf(read),
    statusText: read.statusText,
    startsAt: read.startsAt ?? row?.startsAt ?? null,
    needsConfirm: read.needsConfirm || (row?.needsConfirm ?? false),
    final,
    readAt: at,
    goneAt: null,
    ...(final ? row !== null && !row.final && { finishedAt: at } : { finishedAt: null }),
  };
}

export const snapshotOf = (taskId: string, read: PlatformTask, at: string): typeof taskSnapshots.$inferInsert => ({
  ...read.progress,
  taskId,
  at,
  status: wordOf(read),
});

/** A task made elsewhere as it is first seen; when it ended is not known, so `finishedAt` stays empty. */
export const adopted = (id: string, spaceId: string, read: PlatformTask, at: string): typeof tasks.$inferInsert => ({
  id,
  platformId: read.id,
  ours: false,
  spaceId,
  type: read.type,
  title: read.name,
  platformName: read.name,
  createdAt: read.createdAt ?? at,
  retry: read.retry,
  packageIds: read.packageIds,
  targetSummary: read.groupIds.length === 0 ? null : { by: "groups", names: read.groupIds, count: null },
  needsConfirm: read.needsConfirm,
  statusText: read.statusText,
  final: isFinal(read.status),
  ...read.progress,
  status: wordOf(read),
  startsAt: read.startsAt,
  readAt: at,
});
