import { and, eq, inArray, isNull, lte, or } from "drizzle-orm";
import type { PlatformTask } from "@/lib/tasks/task";
import { appendAudit } from "./audit";
import type { Database, Transaction } from "./database";
import { submissions } from "./schema/submissions";
import { taskSnapshots, tasks } from "./schema/tasks";
import { adopted, hasMoved, readingOf, snapshotOf, type TaskRecord } from "./task-rows";

export type Reading = { spaceId: string; at: string; actor: string; newId: () => string };

/**
 * Writes down what the platform said about tasks at `at`: a snapshot where something changed, and the time of reading
 * for all. A task that we do not know is adopted; one that carries the name of a submission of ours whose answer never
 * came is that submission's, which is thereby sent. Answers the platform ids of those that moved.
 */
export async function observe(
  database: Database,
  read: readonly PlatformTask[],
  reading: Reading,
): Promise<ReadonlySet<string>> {
  if (read.length === 0) return new Set();
  return database.transaction(async (tx) => {
    const known = await knownOf(tx, read);
    const moved = new Set<string>();
    const still: string[] = [];
    for (const task of read) {
      const row = known.find(({ platformId }) => platformId === task.id);
      if (row === undefined) {
        const ours = known.find(({ platformId, platformName }) => platformId === null && platformName === task.name);
        await (ours === undefined ? adopt(tx, task, reading) : place(tx, ours, task, reading));
        moved.add(task.id);
      } else if (row.readAt !== null && row.readAt > reading.at) {
        // A newer reading was faster.
      } else if (hasMoved(row, task)) {
        await write(tx, row, task, reading.at);
        moved.add(task.id);
      } else still.push(row.id);
    }
    if (still.length > 0) await tx.update(tasks).set({ readAt: reading.at }).where(inArray(tasks.id, still));
    return moved;
  });
}

async function knownOf(tx: Transaction, read: readonly PlatformTask[]): Promise<TaskRecord[]> {
  const ids = read.map(({ id }) => id);
  const names = read.map(({ name }) => name);
  return tx
    .select()
    .from(tasks)
    .where(
      or(
        inArray(tasks.platformId, ids),
        and(isNull(tasks.platformId), eq(tasks.ours, true), inArray(tasks.platformName, names)),
      ),
    );
}

async function write(tx: Transaction, row: TaskRecord, task: PlatformTask, at: string): Promise<void> {
  const unread = or(isNull(tasks.readAt), lte(tasks.readAt, at));
  const written = await tx
    .update(tasks)
    .set(readingOf(row, task, at))
    .where(and(eq(tasks.id, row.id), unread))
    .returning({ id: tasks.id });
  if (written.length > 0) await tx.insert(taskSnapshots).values(snapshotOf(row.id, task, at));
}

async function adopt(tx: Transaction, task: PlatformTask, { spaceId, at, newId }: Reading): Promise<void> {
  const made = await tx
    .insert(tasks)
    .values(adopted(newId(), spaceId, task, at))
    .onConflictDoNothing()
    .returning({ id: tasks.id });
  for (const { id } of made) await tx.insert(taskSnapshots).values(snapshotOf(id, task, at));
}

/** The task that a submission of ours became: seen on the platform under the name that only this submission carries. */
export async function place(
  tx: Transaction,
  row: Pick<TaskRecord, "id">,
  task: PlatformTask,
  { at, actor }: Pick<Reading, "at" | "actor">,
): Promise<void> {
  const [placed] = await tx
    .update(tasks)
    .set({ platformId: task.id })
    .where(and(eq(tasks.id, row.id), isNull(tasks.platformId)))
    .returning();
  if (placed === undefined) return;
  await tx
    .update(submissions)
    .set({ state: "sent", failure: null, leaseUntil: null, nextTryAt: null, nextLookAt: null, settledAt: at })
    .where(eq(submissions.id, row.id));
  await write(tx, placed, task, at);
  const detail = { platformId: task.id, name: task.name };
  await appendAudit(tx, { at, actor, event: "task.found", subject: `task:${row.id}`, detail });
}
