import { eq } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import { appendAudit } from "@/lib/db/audit";
import type { Transaction } from "@/lib/db/database";
import { dropRowSets } from "@/lib/db/row-sets";
import { type FixedRequest, submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { lockSubmission, type Submission } from "@/lib/db/submissions";
import { dropTargetSets } from "@/lib/db/target-sets";
import { FailureError, unwrap } from "@/lib/failure";
import { isCreatable } from "@/lib/task-types/registry";
import { partTitle } from "@/lib/tasks/family";
import { platformName } from "@/lib/tasks/name";
import type { NonEmpty } from "@/lib/tasks/targets";
import type { TargetSummary } from "@/lib/tasks/view";
import { taskId } from "../ids";
import type { ServerDeps } from "./deps";
import { stale } from "./drafting";
import { type Part, partsOf } from "./parts";
import { type Prepared, packagesIn, prepare } from "./prepare";

/** What people call the things that a draft only names by id; read beforehand, and nothing waits for it. */
export type Labels = {
  package(spaceId: string, packageId: string): Promise<string | null>;
  groups(spaceId: string, groupIds: readonly string[]): Promise<Extract<TargetSummary, { by: "groups" }>>;
};

const issue = (path: string, message: string) => new FailureError({ kind: "invalid", issues: [{ path, message }] });

/**
 * Turns a draft into the intent to create a task, once: the audit row, the request with its unique name and the task's
 * own row are written in one transaction, and only then the sender is woken. What is too long for one task becomes a
 * family of tasks, all in the same transaction. Whoever comes second, from another tab or a second click, gets the same
 * task, which is the first part.
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
    if (draft.state !== "draft") return null;
    if (draft.revision !== revision) throw stale();
    if (!isCreatable(draft.type)) throw issue("type", "not-valid");
    const prepared = unwrap(prepare(draft.type, draft.content, deps.now()));
    return write(tx, deps, draft, prepared, by);
  });
  if (submitted !== null) {
    deps.bell.ring("send");
    for (const part of submitted) void label(deps, labels, part).catch(() => undefined);
  }
  return { taskId: id };
}

async function write(
  tx: Transaction,
  deps: ServerDeps,
  draft: Submission,
  prepared: Prepared,
  by: Operator,
): Promise<NonEmpty<string>> {
  const parts = await partsOf(tx, deps, draft, prepared.targets);
  const { targets } = parts[0];
  for (const [index, part] of parts.entries()) {
    const family = parts.length === 1 ? null : { familyId: draft.id, part: index + 1, parts: parts.length };
    await writePart(tx, deps, draft, prepared, part, family, by);
  }
  await dropTargetSets(tx, draft.id, targets.by === "devices" ? targets.targetSetId : null);
  await dropRowSets(tx, draft.id, targets.by === "rows" ? targets.rowSetId : null);
  const [first, ...others] = parts;
  return [first.id, ...others.map(({ id }) => id)];
}

type Family = { familyId: string; part: number; parts: number };

/** One task's submission, audit row and task row. The first part is the draft itself, the others are made here. */
async function writePart(
  tx: Transaction,
  { now, newId, chineseTaskNames }: ServerDeps,
  draft: Submission,
  { title: whole, holdUntil, request }: Prepared,
  { id, targets, summary }: Part,
  family: Family | null,
  by: Operator,
): Promise<void> {
  const at = new Date(now()).toISOString();
  const { type, spaceId } = draft;
  const title = family === null ? whole : partTitle(whole, family);
  const name = platformName(title, newId().replaceAll("-", "").slice(0, 8), chineseTaskNames);
  const fixed: FixedRequest = { ...request, name, targets };
  const { schedule } = request;
  const detail = { type, spaceId, title, name, targets: { ...targets }, schedule, holdUntil, ...family };
  await appendAudit(tx, { at, actor: by.email, event: "task.submitted", subject: `task:${id}`, detail });
  const submitted = {
    state: holdUntil === null ? "sending" : "held",
    holdUntil,
    title,
    taskName: name,
    request: fixed,
    targetSetId: targets.by === "devices" ? targets.targetSetId : null,
    rowSetId: targets.by === "rows" ? targets.rowSetId : null,
    submittedBy: by.email,
    submittedAt: at,
    ...family,
  } as const;
  if (id === draft.id) await tx.update(submissions).set(submitted).where(eq(submissions.id, id));
  else await tx.insert(submissions).values({ ...draft, ...submitted, id });
  await tx.insert(tasks).values({
    id,
    ours: true,
    spaceId,
    type,
    title,
    platformName: name,
    owner: by.email,
    createdAt: at,
    startsAt: holdUntil ?? schedule.startsAt,
    retry: schedule.retry,
    needsConfirm: request.needsConfirm,
    packageIds: [],
    targetSummary: summary,
    ...family,
    statusText: "",
    final: false,
  });
}

/** Names for the screen, once the intent is safe: a platform that is slow or away must not hold a submission up. */
async function label({ database }: ServerDeps, labels: Labels, id: string): Promise<void> {
  const [row] = await database.select().from(submissions).where(eq(submissions.id, id));
  if (row?.request == null) return;
  const { document, targets } = row.request;
  const packageIds = packagesIn(document);
  const names = packageIds.map(async (one) => (await labels.package(row.spaceId, one).catch(() => null)) ?? one);
  const packageLabel = packageIds.length === 0 ? null : (await Promise.all(names)).join(", ");
  const targetSummary =
    targets.by === "groups" ? await labels.groups(row.spaceId, targets.groupIds).catch(() => null) : null;
  await database
    .update(tasks)
    .set({
      packageLabel,
      packageIds,
      ...(targetSummary !== null && { targetSummary }),
    })
    .where(eq(tasks.id, id));
}
