import { takeLease } from "@/lib/db/leases";
import { observe } from "@/lib/db/observe";
import { noteFailedRead, noteGoodRead, saveSpaces } from "@/lib/db/platform-link";
import type { Failure } from "@/lib/failure";
import { TASK_TYPES } from "@/lib/tasks/task-type";
import type { Job, WorkerDeps } from "../deps";

const PAGE = 50;
const EVERY_MS = 5 * 60_000;
const AFTER_FAILURE_MS = 15_000;
const LEASE_MS = 60_000;
const ACTOR = "worker:discover";

/** Finds tasks made elsewhere: the newest 50 of every type in every space, at start and every five minutes. */
export function discoverJob(deps: WorkerDeps): Job {
  return async () => {
    const now = deps.now();
    if (!(await takeLease(deps.database, { name: "discover", holder: deps.holder, now, ms: LEASE_MS })))
      return LEASE_MS;
    const failure = await sweep(deps);
    if (failure === null) return EVERY_MS;
    await noteFailedRead(deps.database, failure);
    deps.logger.warn({ failure }, "the platform did not answer the sweep for tasks made elsewhere");
    return failure.kind === "throttled" ? Math.max(AFTER_FAILURE_MS, failure.retryAfterMs) : AFTER_FAILURE_MS;
  };
}

async function sweep(deps: WorkerDeps): Promise<Failure | null> {
  const listed = await deps.iotda.listResourceSpaces();
  if (!listed.ok) return listed.failure;
  await saveSpaces(deps.database, listed.value);
  let found = 0;
  for (const { id: spaceId } of listed.value) {
    for (const type of TASK_TYPES) {
      const from = deps.now();
      const at = new Date(from).toISOString();
      const page = await deps.iotda.listTasks({ spaceId, type, limit: PAGE });
      // Older platforms do not know the newest types; that is no reason to stop looking for the others.
      if (!page.ok && page.failure.kind === "refused") continue;
      if (!page.ok) return page.failure;
      await noteGoodRead(deps.database, at, deps.now() - from);
      found += (await observe(deps.database, page.value.items, { spaceId, at, actor: ACTOR, newId: deps.newId })).size;
    }
  }
  if (found > 0) deps.bell.ring("monitor");
  return null;
}
