import { appendAudit } from "@/lib/db/audit";
import { place } from "@/lib/db/observe";
import { claimLook, nextLookDue, noteLook, type Submission } from "@/lib/db/submissions";
import { LOOK_AGAIN_MS, nextLookAt } from "@/lib/tasks/settling";
import type { Job, WorkerDeps } from "../deps";
import { findByName } from "../find-task";

const LEASE_MS = 180_000;
const IDLE_MS = 30_000;
const ACTOR = "worker:settle";

/** Looks for uncertain submissions by their name. Found: sent. Not found for minutes: a person is asked. */
export function settleJob(deps: WorkerDeps): Job {
  return async () => {
    for (;;) {
      const claim = await claimLook(deps.database, deps.now(), LEASE_MS);
      if (claim === null) break;
      await look(deps, claim);
    }
    const next = await nextLookDue(deps.database);
    return next === null ? IDLE_MS : Math.min(IDLE_MS, Math.max(0, next - deps.now()));
  };
}

async function look(deps: WorkerDeps, claim: Submission): Promise<void> {
  const { spaceId, type, taskName } = claim;
  const submittedAt = Date.parse(claim.submittedAt ?? claim.savedAt);
  const seen = await findByName(deps.iotda, { spaceId, type, name: taskName ?? "", submittedAt });
  const now = deps.now();
  const at = new Date(now).toISOString();
  if (!seen.ok) {
    deps.logger.warn({ submission: claim.id, failure: seen.failure }, "the platform did not answer a look");
    return noteLook(deps.database, claim, { counted: false, next: now + LOOK_AGAIN_MS, now });
  }
  const { found } = seen.value;
  if (found !== null) {
    await deps.database.transaction((tx) => place(tx, { id: claim.id }, found, { at, actor: ACTOR }));
    deps.bell.ring("monitor");
    return;
  }
  const attemptedAt = Date.parse(claim.attemptedAt ?? at);
  const next = nextLookAt(attemptedAt, now);
  if (next !== null) return noteLook(deps.database, claim, { counted: true, next, now });
  await deps.database.transaction(async (tx) => {
    await noteLook(tx, claim, { counted: true, next, now });
    const detail = { looks: claim.looks + 1 };
    await appendAudit(tx, { at, actor: ACTOR, event: "task.not-found", subject: `task:${claim.id}`, detail });
  });
}
