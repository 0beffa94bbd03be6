import { eq } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import { actionsOf, chunksOf, dropPending, findAction } from "@/lib/db/actions";
import { appendAudit } from "@/lib/db/audit";
import type { Transaction } from "@/lib/db/database";
import { actionChunks, actions } from "@/lib/db/schema/actions";
import { tasks } from "@/lib/db/schema/tasks";
import { FailureError } from "@/lib/failure";
import type { ActionVerb, ActionView } from "@/lib/tasks/action";
import { isNonEmpty, MAX_ACTION_TARGETS, type NonEmpty, type Scope } from "@/lib/tasks/targets";
import { actionView } from "../action-view";
import { blockedOf } from "../blocked";
import { taskId } from "../ids";
import type { ServerDeps } from "./deps";

export type Acting = { taskId: string; actionId: string; verb: ActionVerb; scope: Scope; reason: string };

/** A row of chunks is inserted at once up to this many, so that the embedded database never blocks for long. */
const CHUNKS_A_TIME = 100;

/**
 * Writes an action down, with its audit row and every call that it takes, and only then wakes the worker. The id comes
 * from the browser: the same id again is the same action. Throws `invalid` with the reason when the platform would
 * refuse it now.
 */
export async function actOnTask(deps: ServerDeps, acting: Acting, by: Operator): Promise<ActionView> {
  await deps.database.transaction(async (tx) => {
    // Whoever acts on a task takes turns here, so that what is checked still holds when it is written.
    const [task] = await tx
      .select()
      .from(tasks)
      .where(eq(tasks.id, taskId(acting.taskId)))
      .for("update");
    if (task === undefined) throw new FailureError({ kind: "missing", what: "task" });
    const known = await findAction(tx, acting.actionId);
    if (known !== null && (known.taskId !== task.id || known.verb !== acting.verb)) throw blocked("action-running");
    if (known !== null) return;
    const others = await actionsOf(tx, task.id);
    const reason = blockedOf(task, others)[acting.verb];
    if (reason !== null) throw blocked(reason);
    const overtaken = others.filter(({ verb, finishedAt }) => finishedAt === null && verb !== "delete");
    if (acting.verb === "stop" && acting.scope.of === "all")
      await dropPending(
        tx,
        overtaken.map(({ id }) => id),
      );
    await write(tx, deps, acting, by);
  });
  deps.bell.ring("act");
  const action = await findAction(deps.database, acting.actionId);
  if (action === null) throw new FailureError({ kind: "missing", what: "action" });
  return actionView(action, await chunksOf(deps.database, [action.id]), "what-failed");
}

const blocked = (reason: string) => new FailureError({ kind: "invalid", issues: [{ path: "verb", message: reason }] });

async function write(tx: Transaction, { now }: ServerDeps, acting: Acting, by: Operator): Promise<void> {
  const { actionId, verb, scope, reason } = acting;
  const at = new Date(now()).toISOString();
  const devices = scope.of === "all" ? null : scope.deviceIds.length;
  const detail = { action: actionId, verb, scope: scope.of, devices, reason };
  const subject = `task:${acting.taskId}`;
  await appendAudit(tx, { at, actor: by.email, event: "action.requested", subject, detail });
  await tx.insert(actions).values({
    id: actionId,
    taskId: acting.taskId,
    verb,
    scope: scope.of,
    state: "pending",
    by: by.email,
    reason,
    requestedAt: at,
    devices,
  });
  const rows = chunksFor(scope).map((deviceIds, seq) => {
    const state = "pending" as const;
    return { actionId, seq, scope: scope.of, deviceIds, state };
  });
  for (let from = 0; from < rows.length; from += CHUNKS_A_TIME)
    await tx.insert(actionChunks).values(rows.slice(from, from + CHUNKS_A_TIME));
}

/** "All" is one call of its own kind; named devices are 100 a call. An empty list is not possible by its type. */
function chunksFor(scope: Scope): readonly (NonEmpty<string> | null)[] {
  if (scope.of === "all") return [null];
  const chunks: NonEmpty<string>[] = [];
  for (let from = 0; from < scope.deviceIds.length; from += MAX_ACTION_TARGETS) {
    const chunk = scope.deviceIds.slice(from, from + MAX_ACTION_TARGETS);
    if (isNonEmpty(chunk)) chunks.push(chunk);
  }
  return chunks;
}
