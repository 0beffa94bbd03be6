import { takeLease } from "@/lib/db/leases";
import { observe } from "@/lib/db/observe";
import { noteFailedRead, noteGoodRead } from "@/lib/db/platform-link";
import type { TaskRecord } from "@/lib/db/task-rows";
import { activeTasks, markGone } from "@/lib/db/tasks";
import { type Failure, ok, type Result } from "@/lib/failure";
import { FASTEST_MS, paceAfter } from "@/lib/tasks/monitor-pace";
import type { PlatformTask } from "@/lib/tasks/task";
import type { Job, WorkerDeps } from "../deps";

const PAGE = 50;
const IDLE_MS = 30_000;
const LEASE_MS = 60_000;
const ACTOR = "worker:monitor";

type Pace = { nextAt: number; intervalMs: number };
type Group = { spaceId: string; type: TaskRecord["type"]; rows: readonly TaskRecord[] };

/**
 * The only reader of progress: one list per active type and space, each at its own pace; nothing at all while nothing
 * is active. A task beyond the first page is read by itself. A ring makes every group due at once.
 */
export function monitorJob(deps: WorkerDeps): Job {
  const paces = new Map<string, Pace>();
  deps.bell.onRing((job) => {
    if (job === "monitor") paces.clear();
  });
  return async () => {
    const now = deps.now();
    const groups = groupsOf(await activeTasks(deps.database, new Date(now).toISOString()));
    for (const key of paces.keys()) if (!groups.has(key)) paces.delete(key);
    if (groups.size === 0) return IDLE_MS;
    if (!(await takeLease(deps.database, { name: "monitor", holder: deps.holder, now, ms: LEASE_MS })))
      return FASTEST_MS;
    for (const [key, group] of groups) {
      const pace = paces.get(key) ?? { nextAt: 0, intervalMs: 0 };
      if (pace.nextAt > deps.now()) continue;
      const seen = await readGroup(deps, group);
      const intervalMs = paceAfter(pace.intervalMs, { ...seen, dueInMs: dueInMs(group, deps.now()) });
      paces.set(key, { nextAt: deps.now() + intervalMs, intervalMs });
    }
    const next = Math.min(...[...paces.values()].map(({ nextAt }) => nextAt));
    return Math.max(0, next - deps.now());
  };
}

function groupsOf(rows: readonly TaskRecord[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const key = `${row.spaceId} ${row.type}`;
    const { spaceId, type } = row;
    groups.set(key, { spaceId, type, rows: [...(groups.get(key)?.rows ?? []), row] });
  }
  return groups;
}

/** Null when one of the tasks is under way already. */
function dueInMs({ rows }: Group, now: number): number | null {
  const starts = rows.map(({ startsAt }) => (startsAt === null ? now : Date.parse(startsAt)));
  const first = Math.min(...starts);
  return first > now ? first - now : null;
}

async function readGroup(deps: WorkerDeps, group: Group): Promise<{ moved: boolean; failure: Failure | null }> {
  const from = deps.now();
  const at = new Date(from).toISOString();
  const { spaceId, type } = group;
  const listed = await deps.iotda.listTasks({ spaceId, type, limit: PAGE });
  if (!listed.ok) return failed(deps, listed.failure);
  await noteGoodRead(deps.database, at, deps.now() - from);
  const read: PlatformTask[] = [...listed.value.items];
  for (const row of group.rows) {
    if (row.platformId === null || read.some(({ id }) => id === row.platformId)) continue;
    const shown = await readAlone(deps, row.platformId, row.id, at);
    if (!shown.ok) return failed(deps, shown.failure);
    if (shown.value !== null) read.push(shown.value);
  }
  const moved = await observe(deps.database, read, { spaceId, at, actor: ACTOR, newId: deps.newId });
  if (moved.size > 0) deps.bell.ring("tidy");
  return { moved: moved.size > 0, failure: null };
}

/** A task that the platform does not know any more is marked gone; null then. */
async function readAlone(
  deps: WorkerDeps,
  taskId: string,
  id: string,
  at: string,
): Promise<Result<PlatformTask | null>> {
  const shown = await deps.iotda.showTask({ taskId, limit: 1 });
  if (shown.ok) return ok(shown.value.task);
  if (shown.failure.kind !== "missing") return shown;
  await markGone(deps.database, id, at);
  deps.logger.warn({ task: id }, "a task is gone from the platform");
  return ok(null);
}

async function failed(deps: WorkerDeps, failure: Failure): Promise<{ moved: boolean; failure: Failure }> {
  await noteFailedRead(deps.database, failure);
  deps.logger.warn({ failure }, "the platform did not answer the monitor");
  return { moved: false, failure };
}
