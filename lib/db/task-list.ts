import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { type FamilyPart, foldFamily } from "@/lib/tasks/family";
import { isNonEmpty, MAX_PARTS } from "@/lib/tasks/targets";
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

/** Which tasks are meant: of a type, found by a search; null for all. */
const meant = ({ type, search }: Pick<TaskFilter, "type" | "search">): SQL | undefined =>
  and(type === null ? undefined : eq(tasks.type, type), search.trim() === "" ? undefined : matches(search.trim()));

/**
 * The rows of a list under a tab: tasks of their own, and of each family the first part that is listed, which stands for
 * all. A family is where any of its parts is, but finished only once all of them are.
 */
function unitsOf(
  database: Database,
  { spaceId }: Asking,
  { tab, condition }: { tab: TaskTab; condition: SQL },
  wanted: SQL | undefined,
): SQL | undefined {
  const under = tab === "finished" ? sql`bool_and(${condition})` : sql`bool_or(${condition})`;
  const heads = database
    .select({ id: sql<string>`(array_agg(${tasks.id} order by ${tasks.part}))[1]` })
    .from(tasks)
    .leftJoin(submissions, eq(submissions.id, tasks.id))
    .where(and(isNotNull(tasks.familyId), eq(tasks.spaceId, spaceId), listed))
    .groupBy(tasks.familyId)
    .having(and(under, wanted === undefined ? undefined : sql`bool_or(${wanted})`));
  return or(and(isNull(tasks.familyId), condition, wanted), inArray(tasks.id, heads));
}

/** One page of the list, and how many there are under each tab for the same type and search. */
export async function listTaskRows(
  database: Database,
  { tab, type, search, page }: TaskFilter,
  asking: Asking,
): Promise<{ rows: TaskRow[]; total: number; counts: Counts }> {
  const wanted = meant({ type, search });
  const counts = await countTabs(database, asking, wanted);
  const rows = await selectUnits(database, asking, tab, wanted, {
    limit: TASKS_PER_PAGE,
    offset: (page - 1) * TASKS_PER_PAGE,
  });
  return { rows, total: counts[tab], counts };
}

/** How many rows of a space's list there are under each tab. */
export const countTasks = (database: Database, asking: Asking): Promise<Counts> =>
  countTabs(database, asking, undefined);

async function countTabs(database: Database, asking: Asking, wanted: SQL | undefined): Promise<Counts> {
  const tabs = tabsOf(asking);
  const counted = (tab: TaskTab) =>
    sql<number>`count(*) filter (where ${unitsOf(database, asking, { tab, condition: tabs[tab] }, wanted)})::int`;
  const [counts] = await database
    .select({
      all: counted("all"),
      running: counted("running"),
      scheduled: counted("scheduled"),
      attention: counted("attention"),
      finished: counted("finished"),
    })
    .from(tasks)
    .leftJoin(submissions, eq(submissions.id, tasks.id))
    .where(and(eq(tasks.spaceId, asking.spaceId), listed));
  return counts ?? { all: 0, running: 0, scheduled: 0, attention: 0, finished: 0 };
}

/** The first rows of a tab, for the overview. */
export async function firstRows(database: Database, tab: TaskTab, limit: number, asking: Asking): Promise<TaskRow[]> {
  const rows = await selectUnits(database, asking, tab, undefined, { limit, offset: 0 });
  return tab === "attention" ? rows.toSorted((a, b) => urgency(a) - urgency(b)) : rows;
}

/** One task by itself, also when it is a part. */
export async function findTaskRow(database: Database, id: string, asking: Asking): Promise<TaskRow | null> {
  const [part] = await selectParts(database, eq(tasks.id, id), asking, {
    order: [desc(tasks.id)],
    limit: 1,
    offset: 0,
  });
  return part?.row ?? null;
}

/** Every part of a family, in order. */
export async function familyRows(database: Database, familyId: string, asking: Asking): Promise<TaskRow[]> {
  const order = [asc(tasks.part)];
  const found = await selectParts(database, eq(tasks.familyId, familyId), asking, {
    order,
    limit: MAX_PARTS,
    offset: 0,
  });
  return found.map(({ row }) => row);
}

const urgency = ({ needsAttention }: TaskRow): number =>
  needsAttention === null ? ATTENTION_REASONS.length : ATTENTION_REASONS.indexOf(needsAttention);

const orderOf = (tab: TaskTab): SQL[] => {
  if (tab === "scheduled") return [asc(tasks.startsAt), desc(tasks.id)];
  if (tab === "finished") return [sql`coalesce(${tasks.finishedAt}, ${tasks.createdAt}) desc`, desc(tasks.id)];
  return [desc(tasks.createdAt), desc(tasks.id)];
};

/** Rows of the list, each family folded into one. */
async function selectUnits(
  database: Database,
  asking: Asking,
  tab: TaskTab,
  wanted: SQL | undefined,
  paging: { limit: number; offset: number },
): Promise<TaskRow[]> {
  const units = unitsOf(database, asking, { tab, condition: tabsOf(asking)[tab] }, wanted);
  const where = and(eq(tasks.spaceId, asking.spaceId), listed, units);
  const heads = await selectParts(database, where, asking, { order: orderOf(tab), ...paging });
  const familyIds = heads.flatMap(({ row }) => row.part?.familyId ?? []);
  if (familyIds.length === 0) return heads.map(({ row }) => row);
  const inFamilies = and(inArray(tasks.familyId, familyIds), listed);
  const limit = familyIds.length * MAX_PARTS;
  const parts = await selectParts(database, inFamilies, asking, { order: [asc(tasks.part)], limit, offset: 0 });
  return heads.map(({ row }) => {
    const own = parts.filter((part) => part.row.part?.familyId === row.part?.familyId);
    return row.part !== null && isNonEmpty(own) ? foldFamily(own, asking.now) : row;
  });
}

async function selectParts(
  database: Database,
  where: SQL | undefined,
  asking: Asking,
  { order, limit, offset }: { order: SQL[]; limit: number; offset: number },
): Promise<FamilyPart[]> {
  const found = await database
    .select({ task: tasks, submission: submissions.state, needsAttention: attentionOf(asking) })
    .from(tasks)
    .leftJoin(submissions, eq(submissions.id, tasks.id))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  return found.map(({ task, submission, needsAttention }) => ({
    row: rowOf(task, submission, needsAttention),
    asked: task.targetSummary?.count ?? null,
  }));
}

const rowOf = (
  task: TaskRecord,
  submission: TaskRow["submission"],
  needsAttention: TaskRow["needsAttention"],
): TaskRow => ({
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
});

const partOf = ({ familyId, part, parts }: TaskRecord): TaskRow["part"] =>
  familyId === null || part === null || parts === null ? null : { familyId, number: part, of: parts };
