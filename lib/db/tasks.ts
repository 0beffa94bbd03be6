import { and, eq, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Database, Handle } from "./database";
import { tasks } from "./schema/tasks";
import type { TaskRecord } from "./task-rows";

export async function findTask(handle: Handle, id: string): Promise<TaskRecord | null> {
  const [row] = await handle.select().from(tasks).where(eq(tasks.id, id));
  return row ?? null;
}

/** Tasks that the monitor reads: on the platform, and not final or perhaps set going again by an action. */
export async function activeTasks(database: Database, now: string): Promise<TaskRecord[]> {
  return database
    .select()
    .from(tasks)
    .where(
      and(isNotNull(tasks.platformId), isNull(tasks.goneAt), or(eq(tasks.final, false), gt(tasks.watchUntil, now))),
    );
}

/** The platform does not know the task any more. */
export async function markGone(handle: Handle, id: string, at: string): Promise<void> {
  await handle
    .update(tasks)
    .set({ goneAt: at, readAt: at, watchUntil: null })
    .where(and(eq(tasks.id, id), isNull(tasks.goneAt)));
}

/** Has the monitor read a task until then (ISO), even if it looks final. */
export async function watchTask(handle: Handle, id: string, until: string): Promise<void> {
  await handle.update(tasks).set({ watchUntil: until }).where(eq(tasks.id, id));
}

/** How many tasks take up a place on the platform now. IoTDA reference: limits; that these two count is inferred. */
export async function countRunning(database: Database, spaceId: string): Promise<number> {
  const [row] = await database
    .select({ count: sql<number>`count(*)::int` })
    .from(tasks)
    .where(and(eq(tasks.spaceId, spaceId), isNull(tasks.goneAt), inArray(tasks.status, ["Processing", "Stopping"])));
  return row?.count ?? 0;
}
