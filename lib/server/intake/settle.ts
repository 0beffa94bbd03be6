import { eq } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import { appendAudit } from "@/lib/db/audit";
import { eraseRowsOf } from "@/lib/db/row-sets";
import { submissions } from "@/lib/db/schema/submissions";
import { lockSubmission } from "@/lib/db/submissions";
import { FailureError } from "@/lib/failure";
import { taskId } from "../ids";
import type { ServerDeps } from "./deps";

/**
 * What a person decides about a submission that was looked for in vain. "Send again" keeps the name, so that the sender
 * can look once more right before it sends; "discard" ends it. Deciding twice alike is deciding once.
 */
export async function settleTask(
  { database, bell, now }: ServerDeps,
  { taskId: id, decision }: { taskId: string; decision: "send-again" | "discard" },
  by: Operator,
): Promise<null> {
  const at = new Date(now()).toISOString();
  await database.transaction(async (tx) => {
    const submission = await lockSubmission(tx, taskId(id));
    if (submission === null) throw new FailureError({ kind: "missing", what: "task" });
    if (submission.state === (decision === "discard" ? "cancelled" : "sending")) return;
    if (submission.state !== "uncertain" || submission.givenUpAt === null)
      throw new FailureError({ kind: "invalid", issues: [{ path: "decision", message: "not-uncertain" }] });
    const detail = { name: submission.taskName, looks: submission.looks };
    await appendAudit(tx, { at, actor: by.email, event: `task.${decision}`, subject: `task:${id}`, detail });
    await tx
      .update(submissions)
      .set(
        decision === "discard"
          ? { state: "cancelled", settledAt: at, nextLookAt: null }
          : {
              state: "sending",
              lookFirst: true,
              // A person says so, so that it may go out after the hour until which it was held.
              holdUntil: null,
              attemptedAt: null,
              nextTryAt: null,
              nextLookAt: null,
              leaseUntil: null,
            },
      )
      .where(eq(submissions.id, submission.id));
    if (decision === "discard") await eraseRowsOf(tx, submission);
  });
  bell.ring("send");
  return null;
}
