import { and, desc, eq, isNull, notInArray, or, sql } from "drizzle-orm";
import type { Handle } from "./database";
import { submissions } from "./schema/submissions";
import { tasks } from "./schema/tasks";

/** More than a person reads before deleting something. */
const MOST = 50;

/** Tasks that may still install a package: not finished, not refused, not cancelled, still on the platform. */
export const tasksInstalling = (handle: Handle, packageId: string): Promise<{ id: string; title: string }[]> =>
  handle
    .select({ id: tasks.id, title: tasks.title })
    .from(tasks)
    .leftJoin(submissions, eq(submissions.id, tasks.id))
    .where(
      and(
        eq(tasks.final, false),
        isNull(tasks.goneAt),
        sql`${tasks.packageIds} @> ${JSON.stringify([packageId])}::jsonb`,
        or(isNull(submissions.state), notInArray(submissions.state, ["refused", "cancelled"])),
      ),
    )
    .orderBy(desc(tasks.createdAt))
    .limit(MOST);
