import { asc, eq, or } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import { appendAudit } from "@/lib/db/audit";
import type { Transaction } from "@/lib/db/database";
import { eraseRowsOf } from "@/lib/db/row-sets";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import type { Submission } from "@/lib/db/submissions";
import { FailureError } from "@/lib/failure";
import type { Json } from "@/lib/json";
import { startProblem } from "@/lib/tasks/keeping";
import { toInstant, type WallTime } from "@/lib/tasks/zoned-time";
import { taskId } from "../ids";
import type { ServerDeps } from "./deps";

const invalid = (path: string, message: string) => new FailureError({ kind: "invalid", issues: [{ path, message }] });

/** What becomes of a held submission, and how the audit tells it. */
type Decision = {
  event: "task.cancelled" | "task.moved" | "task.started";
  detail: { [key: string]: Json };
  set: Partial<Pick<Submission, "state" | "holdUntil" | "settledAt" | "nextTryAt" | "failure">>;
  startsAt?: string;
  /** True of a submission that stands already as decided: deciding twice alike is deciding once. */
  isDone(of: Submission): boolean;
};

/** Ends a start that is kept here, or that was missed; nothing was sent and nothing will be. */
export async function cancelHeld(deps: ServerDeps, { taskId: id }: { taskId: string }, by: Operator): Promise<null> {
  const settledAt = new Date(deps.now()).toISOString();
  return decide(deps, id, by, {
    event: "task.cancelled",
    detail: {},
    set: { state: "cancelled", settledAt },
    isDone: ({ state }) => state === "cancelled",
  });
}

/** Gives a start that is kept here, or that was missed, another hour, as a clock in any zone shows it. */
export async function moveHeld(
  deps: ServerDeps,
  { taskId: id, schedule }: { taskId: string; schedule: WallTime },
  by: Operator,
): Promise<null> {
  const instant = toInstant(schedule)?.instant;
  if (instant === undefined) throw invalid("schedule.date", "start-missing");
  const problem = startProblem(instant, deps.now());
  if (problem !== null) throw invalid("schedule.date", problem);
  return decide(deps, id, by, {
    event: "task.moved",
    detail: { to: instant, zone: schedule.zone },
    set: { state: "held", holdUntil: instant, nextTryAt: null, failure: null },
    startsAt: instant,
    isDone: ({ state, holdUntil }) => state === "held" && holdUntil === instant,
  });
}

/** A person sends now what is kept here or was missed. */
export async function startHeld(deps: ServerDeps, { taskId: id }: { taskId: string }, by: Operator): Promise<null> {
  const now = new Date(deps.now()).toISOString();
  return decide(deps, id, by, {
    event: "task.started",
    detail: {},
    set: { state: "sending", holdUntil: null, nextTryAt: null, failure: null },
    startsAt: now,
    isDone: ({ state, holdUntil }) => (state === "sending" || state === "sent") && holdUntil === null,
  });
}

/**
 * Decides about a submission, and about the other parts of its family that are still kept, under their locks: against
 * the sender, who takes them one by one, exactly one side wins. The audit row comes first, in the same transaction.
 */
async function decide(deps: ServerDeps, id: string, by: Operator, decision: Decision): Promise<null> {
  const at = new Date(deps.now()).toISOString();
  await deps.database.transaction(async (tx) => {
    const family = await lockFamily(tx, taskId(id));
    const asked = family.find((one) => one.id === taskId(id));
    if (asked === undefined) throw new FailureError({ kind: "missing", what: "task" });
    if (decision.isDone(asked)) return;
    if (!isKept(asked)) throw invalid("taskId", "not-held");
    for (const one of family.filter(isKept)) {
      const detail = { ...decision.detail, from: one.holdUntil, was: one.state, name: one.taskName };
      await appendAudit(tx, { at, actor: by.email, event: decision.event, subject: `task:${one.id}`, detail });
      await tx.update(submissions).set(decision.set).where(eq(submissions.id, one.id));
      if (decision.startsAt !== undefined)
        await tx.update(tasks).set({ startsAt: decision.startsAt }).where(eq(tasks.id, one.id));
      if (decision.set.state === "cancelled") await eraseRowsOf(tx, one);
    }
  });
  deps.bell.ring("send");
  return null;
}

const isKept = ({ state }: Submission): boolean => state === "held" || state === "missed";

/** The submission and the parts that share its list, always locked in the same order. */
async function lockFamily(tx: Transaction, id: string): Promise<readonly Submission[]> {
  const [one] = await tx.select({ familyId: submissions.familyId }).from(submissions).where(eq(submissions.id, id));
  const own = eq(submissions.id, id);
  const all = one?.familyId == null ? own : or(own, eq(submissions.familyId, one.familyId));
  return tx.select().from(submissions).where(all).orderBy(asc(submissions.id)).for("update");
}
