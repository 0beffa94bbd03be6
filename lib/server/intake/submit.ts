import { eq } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import { appendAudit } from "@/lib/db/audit";
import type { Transaction } from "@/lib/db/database";
import { dropRowSets, findRowSet } from "@/lib/db/row-sets";
import { type FixedRequest, submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { lockSubmission, type Submission } from "@/lib/db/submissions";
import { dropTargetSets, findTargetSet } from "@/lib/db/target-sets";
import { FailureError, unwrap } from "@/lib/failure";
import { isCreatable } from "@/lib/task-types/registry";
import { platformName } from "@/lib/tasks/name";
import type { TargetSummary } from "@/lib/tasks/view";
import { taskId } from "../ids";
import type { ServerDeps } from "./deps";
import { stale } from "./drafting";
import { type Prepared, packageIn, prepare } from "./prepare";

/** What people call the things that a draft only names by id; read beforehand, and nothing waits for it. */
export type Labels = {
  package(spaceId: string, packageId: string): Promise<string | null>;
  groups(spaceId: string, groupIds: readonly string[]): Promise<Extract<TargetSummary, { by: "groups" }>>;
};

const issue = (path: string, message: string) => new FailureError({ kind: "invalid", issues: [{ path, message }] });

/**
 * Turns a draft into the intent to create a task, once: the audit row, the request with its unique name and the task's
 * own row are written in one transaction, and only then the sender is woken. Whoever comes second, from another tab or
 * a second click, gets the same task.
 */
export async function submitDraft(
  deps: ServerDeps,
  labels: Labels,
  { id, revision }: { id: string; revision: number },
  by: Operator,
): Promise<{ taskId: string }> {
  const submitted = await deps.database.transaction(async (tx) => {
    const draft = await lockSubmission(tx, taskId(id));
    if (draft === null || draft.state === "cancelled") throw new FailureError({ kind: "missing", what: "draft" });
    if (draft.state !== "draft") return false;
    if (draft.revision !== revision) throw stale();
    if (!isCreatable(draft.type)) throw issue("type", "not-valid");
    const prepared = unwrap(prepare(draft.type, draft.content, deps.now()));
    await write(tx, deps, draft, prepared, by);
    return true;
  });
  if (submitted) {
    deps.bell.ring("send");
    void label(deps, labels, id).catch(() => undefined);
  }
  return { taskId: id };
}

async function write(
  tx: Transaction,
  { now, newId, chineseTaskNames }: ServerDeps,
  draft: Submission,
  { title, targets, holdUntil, request }: Prepared,
  by: Operator,
): Promise<void> {
  const at = new Date(now()).toISOString();
  const { id, type, spaceId } = draft;
  const name = platformName(title, newId().replaceAll("-", "").slice(0, 8), chineseTaskNames);
  const fixed: FixedRequest = { ...request, name, targets };
  const summary = await summaryOf(tx, draft, fixed.targets);
  const set = targets.by === "devices" ? targets.targetSetId : null;
  const detail = { type, spaceId, title, name, targets: { ...fixed.targets }, schedule: request.schedule, holdUntil };
  await appendAudit(tx, { at, actor: by.email, event: "task.submitted", subject: `task:${id}`, detail });
  await tx
    .update(submissions)
    .set({
      state: holdUntil === null ? "sending" : "held",
      holdUntil,
      title,
      taskName: name,
      request: fixed,
      submittedBy: by.email,
      submittedAt: at,
    })
    .where(eq(submissions.id, id));
  await dropTargetSets(tx, id, set);
  await dropRowSets(tx, id, targets.by === "rows" ? targets.rowSetId : null);
  await tx.insert(tasks).values({
    id,
    ours: true,
    spaceId,
    type,
    title,
    platformName: name,
    owner: by.email,
    createdAt: at,
    startsAt: holdUntil ?? request.schedule.startsAt,
    retry: request.schedule.retry,
    needsConfirm: request.needsConfirm,
    packageIds: [],
    targetSummary: summary,
    statusText: "",
    final: false,
  });
}

async function summaryOf(tx: Transaction, draft: Submission, targets: FixedRequest["targets"]): Promise<TargetSummary> {
  if (targets.by === "groups") return { by: "groups", names: [], count: null };
  if (targets.by === "rows") {
    const rows = await findRowSet(tx, targets.rowSetId);
    if (rows === null || rows.draftId !== draft.id) throw issue("targets.rowSetId", "rows-none");
    return { by: "rows", count: rows.count };
  }
  const set = await findTargetSet(tx, targets.targetSetId);
  if (set === null || set.draftId !== draft.id) throw issue("targets.targetSetId", "devices-none");
  return { by: "devices", count: set.count };
}

/** Names for the screen, once the intent is safe: a platform that is slow or away must not hold a submission up. */
async function label({ database }: ServerDeps, labels: Labels, id: string): Promise<void> {
  const [row] = await database.select().from(submissions).where(eq(submissions.id, id));
  if (row?.request == null) return;
  const { document, targets } = row.request;
  const packageId = packageIn(document);
  const packageLabel = packageId === null ? null : await labels.package(row.spaceId, packageId).catch(() => packageId);
  const targetSummary =
    targets.by === "groups" ? await labels.groups(row.spaceId, targets.groupIds).catch(() => null) : null;
  await database
    .update(tasks)
    .set({
      packageLabel,
      ...(packageId !== null && { packageIds: [packageId] }),
      ...(targetSummary !== null && { targetSummary }),
    })
    .where(eq(tasks.id, id));
}
