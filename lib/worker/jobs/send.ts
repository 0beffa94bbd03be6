import { and, eq, ne } from "drizzle-orm";
import { appendAudit } from "@/lib/db/audit";
import { place } from "@/lib/db/observe";
import { eraseRowsOf } from "@/lib/db/row-sets";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import {
  beginAttempt,
  claimSending,
  finishAttempt,
  nextSendingAt,
  postpone,
  type Submission,
} from "@/lib/db/submissions";
import { readDeviceIds } from "@/lib/db/target-sets";
import { type Failure, fail, ok, type Result } from "@/lib/failure";
import { type AfterAttempt, afterAttempt, pauseMs, tooLate } from "@/lib/tasks/sending";
import { nextLookAt } from "@/lib/tasks/settling";
import { isNonEmpty } from "@/lib/tasks/targets";
import type { TaskRequest } from "@/lib/tasks/task";
import type { Job, WorkerDeps } from "../deps";
import { findByName } from "../find-task";
import { releaseAll, wasMissed } from "../held";
import { placeFile } from "../task-file";

/** Longer than the slowest call, so that a claim never lapses under a living sender. */
export const LEASE_MS = 180_000;
const IDLE_MS = 30_000;
const ACTOR = "worker:send";

/**
 * Sends what was submitted, each exactly once. The attempt is written down before the call; a claim that finds it
 * written belongs to a sender that died in between, so nobody knows what came of it and nothing is sent again.
 */
export function sendJob(deps: WorkerDeps): Job {
  return async () => {
    await releaseAll(deps, ACTOR);
    for (;;) {
      const claim = await claimSending(deps.database, deps.now(), LEASE_MS);
      if (claim === null) break;
      await sendOne(deps, claim);
    }
    const next = await nextSendingAt(deps.database);
    return next === null ? IDLE_MS : Math.min(IDLE_MS, Math.max(0, next - deps.now()));
  };
}

async function sendOne(deps: WorkerDeps, claim: Submission): Promise<void> {
  if (claim.attemptedAt !== null) return interrupted(deps, claim, claim.attemptedAt);
  if (await wasMissed(deps, claim, ACTOR)) return;
  if (claim.lookFirst && !(await lookBefore(deps, claim))) return;
  const request = await requestOf(deps, claim);
  if (request === null || (await wasMissed(deps, claim, ACTOR))) return;
  const late = request.ok ? tooLate(request.value.schedule, deps.now()) : null;

  const attempt = await beginAttempt(deps.database, claim, deps.now());
  if (attempt === null) return;
  const possible = late === null ? request : fail(late);
  const result = possible.ok ? await deps.iotda.createTask(possible.value) : possible;
  const at = { attempt, now: deps.now(), random: deps.random() };
  const next = afterAttempt(result, at);
  await conclude(deps, claim, attempt, next);
  if (next.state === "sent") deps.bell.ring("monitor");
  if (next.state === "refused") deps.bell.ring("tidy");
  if (next.state === "uncertain") deps.bell.ring("settle");
}

/** A sender died between writing the attempt down and its answer: only looking can tell what the platform did. */
async function interrupted(deps: WorkerDeps, claim: Submission, attemptedAt: string): Promise<void> {
  const failure: Failure = { kind: "uncertain", operation: "CreateBatchTask" };
  const lookAt = nextLookAt(Date.parse(attemptedAt), deps.now()) ?? deps.now();
  await conclude(deps, claim, claim.attempts, { state: "uncertain", failure, nextLookAt: lookAt });
  deps.bell.ring("settle");
}

/** A person said "send again": one more look, and it goes out only if that look was whole and found nothing. */
async function lookBefore(deps: WorkerDeps, claim: Submission): Promise<boolean> {
  const { spaceId, type, taskName, submittedAt } = claim;
  const since = Date.parse(submittedAt ?? claim.savedAt);
  const look = await findByName(deps.iotda, { spaceId, type, name: taskName ?? "", submittedAt: since });
  if (!look.ok) {
    await postpone(deps.database, claim, deps.now() + pauseMs(claim.attempts + 1, 0, deps.random()));
    return false;
  }
  const { found, whole } = look.value;
  const at = new Date(deps.now()).toISOString();
  if (found !== null) {
    await deps.database.transaction((tx) => place(tx, { id: claim.id }, found, { at, actor: ACTOR }));
    deps.bell.ring("monitor");
    return false;
  }
  if (!whole) await backToAPerson(deps, claim, at);
  return whole;
}

async function backToAPerson({ database }: WorkerDeps, claim: Submission, at: string): Promise<void> {
  await database
    .update(submissions)
    .set({ state: "uncertain", leaseUntil: null, lookFirst: false, nextLookAt: null, givenUpAt: at, lastLookAt: at })
    .where(eq(submissions.id, claim.id));
}

/** What goes out, with its devices put in; null when it can not go out now and is taken again later. */
async function requestOf(deps: WorkerDeps, claim: Submission): Promise<Result<TaskRequest> | null> {
  if (claim.request === null) throw new Error(`Submission ${claim.id} has no request`);
  const { targets, ...rest } = claim.request;
  const common = { ...rest, type: claim.type, spaceId: claim.spaceId };
  switch (targets.by) {
    case "groups":
      if (!isNonEmpty(targets.groupIds)) throw new Error(`Submission ${claim.id} has no groups`);
      return ok({ ...common, targets: { by: "groups", groupIds: targets.groupIds } });
    case "devices": {
      const deviceIds = await readDeviceIds(deps.database, targets.targetSetId);
      if (deviceIds === null) throw new Error(`Submission ${claim.id} has lost its devices`);
      return ok({ ...common, targets: { by: "devices", deviceIds } });
    }
    case "rows": {
      const placed = await placeFile(deps, claim);
      if (placed.kind === "later") {
        await postpone(deps.database, claim, deps.now() + placed.inMs, placed.failure);
        return null;
      }
      const { result } = placed;
      return result.ok ? ok({ ...common, targets: { by: "file", fileId: result.value } }) : result;
    }
  }
}

async function conclude(deps: WorkerDeps, claim: Submission, attempt: number, next: AfterAttempt): Promise<void> {
  const at = new Date(deps.now()).toISOString();
  await deps.database.transaction(async (tx) => {
    if (!(await finishAttempt(tx, claim.id, attempt, next, deps.now()))) return;
    const subject = `task:${claim.id}`;
    if (next.state === "sent") {
      // The sweep may have met it under a name that the platform changed; it is ours, whatever it was taken for.
      await tx
        .update(tasks)
        .set({ platformId: null, goneAt: at, final: true })
        .where(and(eq(tasks.platformId, next.platformId), ne(tasks.id, claim.id)));
      await tx.update(tasks).set({ platformId: next.platformId }).where(eq(tasks.id, claim.id));
      await appendAudit(tx, { at, actor: ACTOR, event: "task.sent", subject, detail: { platformId: next.platformId } });
    } else if (next.state !== "sending") {
      if (next.state === "refused") await eraseRowsOf(tx, claim);
      await appendAudit(tx, {
        at,
        actor: ACTOR,
        event: `task.${next.state}`,
        subject,
        detail: { failure: next.failure },
      });
    }
  });
  const failure = next.state === "sent" ? undefined : next.failure;
  deps.logger.info({ submission: claim.id, attempt, state: next.state, failure }, "an attempt to create a task ended");
}
