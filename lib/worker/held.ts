import { appendAudit } from "@/lib/db/audit";
import type { Transaction } from "@/lib/db/database";
import { markMissed, releaseHeld, type Submission } from "@/lib/db/submissions";
import { MISSED_AFTER_MS } from "@/lib/tasks/schedule";
import type { WorkerDeps } from "./deps";

type Deps = Pick<WorkerDeps, "database" | "now" | "logger">;

/** Held starts whose hour has come. What is too late is missed: a person decides about it, and nothing is sent by itself. */
export async function releaseAll({ database, now, logger }: Deps, actor: string): Promise<void> {
  for (;;) {
    const released = await database.transaction(async (tx) => {
      const row = await releaseHeld(tx, now(), MISSED_AFTER_MS);
      if (row !== null) await tell(tx, row, { at: new Date(now()).toISOString(), actor });
      return row;
    });
    if (released === null) return;
    logger.info({ submission: released.id, state: released.state }, "the hour of a held start has come");
  }
}

/** True when a held start could not be sent in time; then it is missed, and a person decides. */
export async function wasMissed({ database, now, logger }: Deps, claim: Submission, actor: string): Promise<boolean> {
  if (claim.holdUntil === null || now() <= Date.parse(claim.holdUntil) + MISSED_AFTER_MS) return false;
  await database.transaction(async (tx) => {
    if (!(await markMissed(tx, claim))) return;
    await tell(tx, { ...claim, state: "missed" }, { at: new Date(now()).toISOString(), actor });
  });
  logger.warn({ submission: claim.id, holdUntil: claim.holdUntil }, "a held start was missed");
  return true;
}

async function tell(
  tx: Transaction,
  { id, state, holdUntil }: Submission,
  by: { at: string; actor: string },
): Promise<void> {
  const event = state === "missed" ? "task.missed" : "task.due";
  await appendAudit(tx, { ...by, event, subject: `task:${id}`, detail: { holdUntil } });
}
