import {
  type ActionRecord,
  beginChunk,
  type ChunkRecord,
  claimAction,
  closeIfDone,
  dropPending,
  nextActionAt,
  nextChunk,
  releaseAction,
  writeChunk,
} from "@/lib/db/actions";
import { appendAudit } from "@/lib/db/audit";
import { findTask, markGone, watchTask } from "@/lib/db/tasks";
import { type Failure, fail, isTransient, ok, type Result } from "@/lib/failure";
import { pauseMs } from "@/lib/tasks/sending";
import { isNonEmpty, type Scope } from "@/lib/tasks/targets";
import type { TargetOutcome } from "@/lib/tasks/task";
import type { Job, WorkerDeps } from "../deps";
import { resume } from "../resume";

/** Longer than looking at 100 devices one by one. */
export const LEASE_MS = 300_000;
const IDLE_MS = 30_000;
/** How long a task is watched after an action: it may leave a final state again. */
const WATCH_MS = 120_000;

type Told = Partial<Pick<ChunkRecord, "state" | "outcomes" | "failure" | "answeredAt">>;

/** Works off stops, retries, confirms and deletes, one call at a time, each written down before it is sent. */
export function actJob(deps: WorkerDeps): Job {
  return async () => {
    for (;;) {
      const claim = await claimAction(deps.database, deps.now(), LEASE_MS);
      if (claim === null) break;
      await workOff(deps, claim);
    }
    const next = await nextActionAt(deps.database);
    return next === null ? IDLE_MS : Math.min(IDLE_MS, Math.max(0, next - deps.now()));
  };
}

async function workOff(deps: WorkerDeps, claim: ActionRecord): Promise<void> {
  const task = await findTask(deps.database, claim.taskId);
  const chunk = await nextChunk(deps.database, claim.id);
  if (chunk !== null && task !== null) {
    if (task.platformId === null) throw new Error(`Action ${claim.id} is about a task that is not on the platform`);
    const waiting = await workOffChunk(deps, claim, chunk, task.platformId);
    if (waiting !== null) {
      const nextTryAt = deps.now() + pauseMs(claim.attempts + 1, askedMs(waiting), deps.random());
      return releaseAction(deps.database, claim, { nextTryAt, attempts: claim.attempts + 1 });
    }
  }
  const closed = await close(deps, claim);
  if (!closed) return releaseAction(deps.database, claim, { nextTryAt: null, attempts: 0 });
}

const askedMs = (failure: Failure): number => (failure.kind === "throttled" ? failure.retryAfterMs : 0);

/** One chunk to its end; answers the failure that makes it wait when nothing could be done now. */
async function workOffChunk(
  deps: WorkerDeps,
  claim: ActionRecord,
  chunk: ChunkRecord,
  taskId: string,
): Promise<Failure | null> {
  let scope = scopeOf(chunk);
  let before: readonly TargetOutcome[] = [];
  if (chunk.state === "sending") {
    const seen = await resume(deps.iotda, { taskId, verb: claim.verb, scope });
    if (!seen.ok && isTransient(seen.failure)) return seen.failure;
    if (!seen.ok || seen.value.kind === "unknown") {
      await tell(deps, chunk, { state: "unknown", failure: { kind: "uncertain", operation: claim.verb } });
      return null;
    }
    before = seen.value.outcomes;
    if (seen.value.again === null) {
      await tell(deps, chunk, { state: "answered", outcomes: before, failure: null });
      await afterAnswer(deps, claim);
      return null;
    }
    scope = seen.value.again;
  }
  if (!(await beginChunk(deps.database, claim, chunk, deps.now()))) return null;
  const result = await call(deps, claim, taskId, scope);
  const told = tellingOf(result, before);
  if (told !== null) {
    await tell(deps, chunk, told);
    if (told.state === "refused" && isHopeless(told.failure ?? null)) await dropPending(deps.database, [claim.id]);
    await afterAnswer(deps, claim);
    return null;
  }
  // Nothing left us: the chunk is as untouched as before. An uncertain one stays `sending` and is looked at.
  if (!result.ok && result.failure.kind !== "uncertain" && chunk.state === "pending")
    await tell(deps, chunk, { state: "pending" });
  return result.ok ? null : result.failure;
}

function scopeOf({ actionId, scope, deviceIds }: ChunkRecord): Scope {
  if (scope === "all") return { of: "all" };
  if (deviceIds === null || !isNonEmpty(deviceIds)) throw new Error(`Action ${actionId} has an empty list`);
  return { of: "devices", deviceIds };
}

async function call(
  { iotda }: WorkerDeps,
  { verb }: ActionRecord,
  taskId: string,
  scope: Scope,
): Promise<Result<readonly TargetOutcome[]>> {
  switch (verb) {
    case "stop":
      return iotda.stopTask(taskId, scope);
    case "retry":
      return iotda.retryTask(taskId, scope);
    case "confirm":
      return iotda.confirmTask(taskId, scope);
    case "delete": {
      const deleted = await iotda.deleteTask(taskId);
      if (deleted.ok || deleted.failure.kind === "missing") return ok([]);
      return fail(deleted.failure);
    }
  }
}

/** What an answer says about the chunk; null when it is to be tried or looked at again. */
function tellingOf(result: Result<readonly TargetOutcome[]>, before: readonly TargetOutcome[]): Told | null {
  if (result.ok) return { state: "answered", outcomes: [...before, ...result.value], failure: null };
  const { failure } = result;
  if (failure.kind === "uncertain" || isTransient(failure)) return null;
  return { state: "refused", failure, outcomes: before.length > 0 ? before : null };
}

/** Refusals that the next chunk would get as well. */
const isHopeless = (failure: Failure | null): boolean =>
  failure !== null && (failure.kind === "credentials" || failure.kind === "missing" || failure.kind === "forbidden");

async function tell(deps: WorkerDeps, chunk: ChunkRecord, told: Told): Promise<void> {
  const answeredAt = told.state === "pending" ? null : new Date(deps.now()).toISOString();
  await writeChunk(deps.database, chunk, { ...told, answeredAt });
}

async function afterAnswer(deps: WorkerDeps, { taskId, verb }: ActionRecord): Promise<void> {
  if (verb !== "delete") await watchTask(deps.database, taskId, new Date(deps.now() + WATCH_MS).toISOString());
  deps.bell.ring("monitor");
}

async function close(deps: WorkerDeps, claim: ActionRecord): Promise<boolean> {
  const at = new Date(deps.now()).toISOString();
  const closed = await deps.database.transaction(async (tx) => {
    const done = await closeIfDone(tx, claim.id, deps.now());
    if (done === null) return null;
    if (done.verb === "delete" && done.state === "done") await markGone(tx, done.taskId, at);
    const detail = { action: done.id, verb: done.verb, state: done.state };
    const subject = `task:${done.taskId}`;
    await appendAudit(tx, { at, actor: "worker:act", event: "action.finished", subject, detail });
    return done;
  });
  if (closed !== null)
    deps.logger.info({ action: closed.id, verb: closed.verb, state: closed.state }, "an action ended");
  return closed !== null;
}
