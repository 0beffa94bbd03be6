import { and, desc, eq, gt } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import type { Database } from "@/lib/db/database";
import { dropRowSets, findRowSet, type RowSet } from "@/lib/db/row-sets";
import { submissions } from "@/lib/db/schema/submissions";
import { findSubmission, lockSubmission, type Submission } from "@/lib/db/submissions";
import { dropTargetSets, findTargetSet } from "@/lib/db/target-sets";
import { FailureError } from "@/lib/failure";
import type { Json } from "@/lib/json";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import type { DraftView, RowSetView, Step, TargetSetView } from "@/lib/tasks/draft";
import type { DraftOrigin } from "@/lib/tasks/origin";
import type { DraftRow } from "@/lib/tasks/view";
import { taskId } from "../ids";
import type { ServerDeps } from "./deps";

const missing = () => new FailureError({ kind: "missing", what: "draft" });
/** Somebody saved or submitted meanwhile, in another tab perhaps. */
export const stale = () =>
  new FailureError({ kind: "invalid", issues: [{ path: "revision", message: "draft-newer" }] });

/** The device list, or the rows, that a draft's content names, when it names any. */
function namedIn(content: Json, key: "targetSetId" | "rowSetId"): string | null {
  if (typeof content !== "object" || content === null || !("targets" in content)) return null;
  const { targets } = content;
  if (typeof targets !== "object" || targets === null || Array.isArray(targets)) return null;
  const named = Object.entries(targets).find(([name]) => name === key)?.[1];
  return typeof named === "string" && named !== "" ? named : null;
}

/** A new, blank draft. Throws `invalid` for a type that this instance is not said to have. */
export async function createDraft(
  { database, now, newId, offered }: ServerDeps,
  { type, spaceId, origin = null }: { type: CreatableType; spaceId: string; origin?: DraftOrigin | null },
  by: Operator,
): Promise<{ id: string }> {
  if (!offered.includes(type))
    throw new FailureError({ kind: "invalid", issues: [{ path: "type", message: "type-not-offered" }] });
  const id = newId();
  const at = new Date(now()).toISOString();
  await database.insert(submissions).values({
    id,
    type,
    spaceId,
    state: "draft",
    step: "what",
    content: taskTypes[type].blank,
    origin,
    revision: 0,
    createdBy: by.email,
    createdAt: at,
    savedAt: at,
  });
  return { id };
}

export async function requireDraft(database: Database, id: string): Promise<Submission> {
  const draft = await findSubmission(database, taskId(id));
  if (draft === null) throw missing();
  return draft;
}

/** A draft as the wizard opens it, also one that was submitted meanwhile: its `state` says so. */
export async function getDraft({ database }: Pick<ServerDeps, "database">, id: string): Promise<DraftView> {
  const draft = await requireDraft(database, id);
  const { type, state, spaceId, step, content, revision, savedAt, origin } = draft;
  const set = await findTargetSet(database, namedIn(content, "targetSetId") ?? draft.targetSetId);
  const rows = await findRowSet(database, namedIn(content, "rowSetId") ?? draft.rowSetId);
  return {
    id,
    type,
    state,
    spaceId,
    step,
    content,
    revision,
    savedAt,
    targetSet: set === null ? null : setView(set),
    rowSet: rows === null ? null : rowsView(rows),
    origin,
  };
}

export const setView = ({ id, count, source, savedAt, sample }: TargetSetView): TargetSetView => ({
  id,
  count,
  source,
  savedAt,
  sample,
});

export const rowsView = ({ id, kind, counts, source, savedAt, sample }: RowSet): RowSetView => ({
  id,
  kind,
  count: counts.reduce((sum, count) => sum + count, 0),
  parts: counts.length,
  source,
  savedAt,
  sample,
});

/** Saves over exactly the revision that was read; anything else is refused as `invalid` at `revision`. */
export async function saveDraft(
  { database, now }: ServerDeps,
  { id, revision, step, content }: { id: string; revision: number; step: Step; content: Json },
): Promise<{ revision: number; savedAt: string }> {
  const savedAt = new Date(now()).toISOString();
  const [saved] = await database
    .update(submissions)
    .set({ step, content, savedAt, revision: revision + 1 })
    .where(and(eq(submissions.id, taskId(id)), eq(submissions.state, "draft"), eq(submissions.revision, revision)))
    .returning({ revision: submissions.revision });
  if (saved !== undefined) return { revision: saved.revision, savedAt };
  await requireDraft(database, id);
  throw stale();
}

/** Throws a draft away with its lists and rows. Once it was submitted it can not be discarded here. */
export async function discardDraft({ database }: ServerDeps, id: string): Promise<null> {
  await database.transaction(async (tx) => {
    const draft = await lockSubmission(tx, taskId(id));
    if (draft === null || draft.state === "cancelled") return;
    if (draft.state !== "draft") throw stale();
    await tx
      .update(submissions)
      .set({ state: "cancelled", targetSetId: null, rowSetId: null })
      .where(eq(submissions.id, draft.id));
    await dropTargetSets(tx, draft.id, null);
    await dropRowSets(tx, draft.id, null);
  });
  return null;
}

/** Drafts of a space that somebody has worked on, the latest first. */
export async function listDrafts(database: Database, spaceId: string, limit: number): Promise<DraftRow[]> {
  const drafts = await database
    .select()
    .from(submissions)
    .where(and(eq(submissions.spaceId, spaceId), eq(submissions.state, "draft"), gt(submissions.revision, 0)))
    .orderBy(desc(submissions.savedAt))
    .limit(limit);
  return drafts.map(({ id, type, step, savedAt, content }) => ({ id, type, title: titleIn(content), step, savedAt }));
}

const titleIn = (content: Json): string =>
  typeof content === "object" && content !== null && "title" in content && typeof content.title === "string"
    ? content.title
    : "";
