import { and, asc, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { TaskType } from "@/lib/tasks/task-type";
import {
  ATTENTION_REASONS,
  type AttentionReason,
  TASKS_PER_PAGE,
  type TaskFilter,
  type TaskRow,
  type TaskTab,
} from "@/lib/tasks/view";
import type { Database } from "./database";
import { submissions } from "./schema/submissions";
import { tasks } from "./schema/tasks";
import { progressOf, statusOf, type TaskRecord } from "./task-rows";

const HOUR = 3_600_000;
/** How long a task that ended badly asks for a person, and a refused submission. */
const FAILED_HOURS = 48;
const REFUSED_HOURS = 7 * 24;

/** `stoppable`: the types whose failures concern people even when the task was made elsewhere. `now` in epoch ms. */
export type Asking = { spaceId: string; now: number; stoppable: readonly TaskType[] };

const since = (now: number, hours: number): string => new Date(now - hours * HOUR).toISOString();

/** Why a person is needed, or null; `AttentionReason` in the order of urgency. */
function attentionOf({ now, stoppable }: Asking): SQL<AttentionReason | null> {
  const ended = sql`coalesce(${tasks.finishedAt}, ${tasks.createdAt}) >= ${since(now, FAILED_HOURS)}::timestamptz`;
  const concerning = or(eq(tasks.ours, true), inArray(tasks.type, [...stoppable]));
  const badly = (status: string) =>
    sql`${tasks.status} = ${status} and ${tasks.goneAt} is null and ${ended} and ${concerning}`;
  return sql`case
    when ${submissions.state} = 'uncertain' then 'uncertain'
    when ${submissions.state} = 'missed' then 'missed-start'
    when ${submissions.state} = 'refused' and ${submissions.settledAt} >= ${since(now, REFUSED_HOURS)}::timestamptz then 'refused'
    when ${badly("Fail")} then 'failed'
    when ${badly("PartialSuccess")} then 'partly-failed'
    when ${tasks.needsConfirm} and not ${tasks.final} and ${tasks.goneAt} is null and ${tasks.waiting} > 0
      and coalesce(${tasks.startsAt}, ${tasks.createdAt}) <= ${new Date(now).toISOString()}::timestamptz then 'waits-for-confirm'
  end`;
}

/** The conditions of the tabs; a row may be under several. `sql` because a status word may be one that we do not know. */
function tabsOf(asking: Asking): { readonly [T in TaskTab]: SQL } {
  const ended = sql`(${tasks.final} or ${tasks.goneAt} is not null or ${submissions.state} in ('refused', 'cancelled'))`;
  const ahead = sql`coalesce(${submissions.state}, 'sent') <> 'missed' and ${tasks.startsAt} > ${new Date(asking.now).toISOString()}::timestamptz and coalesce(${tasks.status}, 'Waitting') in ('Waitting', 'Initializing')`;
  const scheduled = sql`not coalesce(${ended}, false) and coalesce(${ahead} or ${submissions.state} = 'held', false)`;
  return {
    all: sql`true`,
    running: sql`not coalesce(${ended}, false) and not coalesce(${scheduled}, false) and coalesce(${submissions.state}, 'sent') not in ('uncertain', 'missed')`,
    scheduled,
    attention: sql`${attentionOf(asking)} is not null`,
    finished: sql`coalesce(${ended}, false)`,
  };
}

/** A task that ended and was then deleted is no longer listed; one that vanished while it ran still is. */
const listed = or(isNull(tasks.goneAt), eq(tasks.final, false));

const matches = (search: string) => {
  const like = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  return or(...[tasks.title, tasks.platformName, tasks.platformId, tasks.owner].map((column) => ilike(column, like)));
};

type Counts = { readonly [T in TaskTab]: number };

/** One page of the list, and how many there are under each tab for the same type and search. */
export async function listTaskRows(
  database: Database,
  { tab, type, search, page }: TaskFilter,
  asking: Asking,
): Promise<{ rows: TaskRow[]; total: number; counts: Counts }> {
  const tabs = tabsOf(asking);
  const common = and(
    eq(tasks.spaceId, asking.spaceId),
    listed,
    type === null ? undefined : eq(tasks.type, type),
    search.trim() === "" ? undefined : matches(search.trim()),
  );
  const found = await countTabs(database, common, tabs);
  const rows = await selectRows(database, and(common, tabs[tab]), asking, {
    order: orderOf(tab),
    limit: TASKS_PER_PAGE,
    offset: (page - 1) * TASKS_PER_PAGE,
  });
  return { rows, total: found[tab], counts: found };
}

/** How many tasks of a space there are under each tab. */
export const countTasks = (database: Database, asking: Asking): Promise<Counts> =>
  countTabs(database, and(eq(tasks.spaceId, asking.spaceId), listed), tabsOf(asking));

async function countTabs(
  database: Database,
  common: SQL | undefined,
  tabs: { readonly [T in TaskTab]: SQL },
): Promise<Counts> {
  const counted = (condition: SQL) => sql<number>`count(*) filter (where ${condition})::int`;
  const [counts] = await database
    .select({
      all: counted(tabs.all),
      running: counted(tabs.running),
      scheduled: counted(tabs.scheduled),
      attention: counted(tabs.attention),
      finished: counted(tabs.finished),
    })
    .from(tasks)
    .leftJoin(submissions, eq(submissions.id, tasks.id))
    .where(common);
  return counts ?? { all: 0, running: 0, scheduled: 0, attention: 0, finished: 0 };
}

/** The first rows of a tab, for the overview. */
export async function firstRows(database: Database, tab: TaskTab, limit: number, asking: Asking): Promise<TaskRow[]> {
  const where = and(eq(tasks.spaceId, asking.spaceId), listed, tabsOf(asking)[tab]);
  const rows = await selectRows(database, where, asking, { order: orderOf(tab), limit, offset: 0 });
  return tab === "attention" ? rows.toSorted((a, b) => urgency(a) - urgency(b)) : rows;
}

export async function findTaskRow(database: Database, id: string, asking: Asking): Promise<TaskRow | null> {
  const [row] = await selectRows(database, eq(tasks.id, id), asking, { order: [desc(tasks.id)], limit: 1, offset: 0 });
  return row ?? null;
}

const urgency = ({ needsAttention }: TaskRow): number =>
  needsAttention === null ? ATTENTION_REASONS.length : ATTENTION_REASONS.indexOf(needsAttention);

const orderOf = (tab: TaskTab): SQL[] => {
  if (tab === "scheduled") return [asc(tasks.startsAt), desc(tasks.id)];
  if (tab === "finished") return [sql`coalesce(${tasks.finishedAt}, ${tasks.createdAt}) desc`, desc(tasks.id)];
  return [desc(tasks.createdAt), desc(tasks.id)];
};

async function selectRows(
  database: Database,
  where: SQL | undefined,
  asking: Asking,
  { order, limit, offset }: { order: SQL[]; limit: number; offset: number },
): Promise<TaskRow[]> {
  const found = await database
    .select({ task: tasks, submission: submissions.state, needsAttention: attentionOf(asking) })
    .from(tasks)
    .leftJoin(submissions, eq(submissions.id, tasks.id))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  return found.map(({ task, submission, needsAttention }) => ({
    id: task.id,
    platformId: task.platformId,
    type: task.type,
    title: task.title,
    platformName: task.platformName,
    gone: task.goneAt !== null,
    owner: task.owner,
    ours: task.ours,
    submission,
    status: statusOf(task),
    progress: progressOf(task),
    startsAt: task.startsAt,
    createdAt: task.createdAt,
    finishedAt: task.finishedAt,
    readAt: task.readAt,
    part: partOf(task),
    needsAttention,
  }));
}

const partOf = ({ familyId, part, parts }: TaskRecord): TaskRow["part"] =>
  familyId === null || part === null || parts === null ? null : { familyId, number: part, of: parts };
