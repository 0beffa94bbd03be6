import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Database } from "@/lib/db/database";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { readDeviceIds } from "@/lib/db/target-sets";
import { taskFacts } from "@/lib/task-types/facts";
import type { Meaning } from "@/lib/tasks/preflight";
import type { BusyTask } from "./ports";

/** As many as are looked at; a resource space runs ten at once. IoTDA reference: limits. */
const MAX_TASKS = 50;

/** Unfinished tasks of a space but for one draft, the latest first; only upgrades where those get in each other's way. */
export async function unfinishedTasks(
  database: Database,
  { spaceId, draftId, means }: { spaceId: string; draftId: string; means: Meaning },
): Promise<{ tasks: readonly BusyTask[]; whole: boolean }> {
  const rows = await database
    .select({ title: tasks.title, type: tasks.type, request: submissions.request })
    .from(tasks)
    .innerJoin(submissions, eq(submissions.id, tasks.id))
    .where(
      and(
        eq(tasks.spaceId, spaceId),
        ne(tasks.id, draftId),
        eq(tasks.final, false),
        isNull(tasks.goneAt),
        inArray(submissions.state, ["held", "sending", "sent", "uncertain"]),
      ),
    )
    .orderBy(desc(tasks.createdAt))
    .limit(MAX_TASKS + 1);
  const relevant = rows.filter(({ type }) => means !== "conflicts" || taskFacts[type].intent === "update");
  const busy = relevant.map(({ title, request }): BusyTask => {
    const targets = request?.targets;
    return {
      title,
      groupIds: targets?.by === "groups" ? targets.groupIds : [],
      deviceIds: async () =>
        targets?.by === "devices" ? ((await readDeviceIds(database, targets.targetSetId)) ?? []) : [],
    };
  });
  return { tasks: busy.slice(0, MAX_TASKS), whole: rows.length <= MAX_TASKS };
}
