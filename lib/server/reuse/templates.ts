import { eq } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import { appendAudit } from "@/lib/db/audit";
import type { Transaction } from "@/lib/db/database";
import { templates } from "@/lib/db/schema/templates";
import { dropTargetSets, readDeviceIds, saveTargetSet } from "@/lib/db/target-sets";
import { countTemplates, findTemplate, lockTemplate, noteUse, type Template } from "@/lib/db/templates";
import { FailureError } from "@/lib/failure";
import type { Json } from "@/lib/json";
import { isCreatable } from "@/lib/task-types/registry";
import { MAX_TEMPLATES, type OriginNote, type TemplatePart } from "@/lib/tasks/origin";
import { isNonEmpty } from "@/lib/tasks/targets";
import { taskId } from "../ids";
import type { ServerDeps } from "../intake/deps";
import { fieldsIn, merged, opened } from "./content";
import type { ReuseDeps } from "./deps";
import { knownOf, requireCreatable, requireTask } from "./known-task";
import { type PreparedDraft, prepareDraft } from "./prepare-draft";

const missing = () => new FailureError({ kind: "missing", what: "template" });

/** Keeps what a task asked for, but for the parts that are left open. A list of its own is kept with it as a copy. */
export async function saveTemplate(
  deps: ServerDeps,
  { taskId: of, name, open }: { taskId: string; name: string; open: readonly TemplatePart[] },
  by: Operator,
): Promise<{ id: string }> {
  const task = await requireTask(deps.database, of);
  const type = requireCreatable(task);
  const { content, deviceIds } = await knownOf(deps.database, task, type);
  const id = deps.newId();
  const at = new Date(deps.now()).toISOString();
  const listed = !open.includes("targets") && deviceIds !== null && isNonEmpty(deviceIds) ? deviceIds : null;
  const targetSetId = listed === null ? null : deps.newId();
  const { spaceId } = task;
  await deps.database.transaction(async (tx) => {
    if ((await countTemplates(tx, spaceId)) >= MAX_TEMPLATES)
      throw new FailureError({
        kind: "invalid",
        issues: [{ path: "name", message: "templates-many", values: { most: MAX_TEMPLATES } }],
      });
    await note(tx, { at, event: "template.saved", id, by, detail: { type, spaceId, name, open, of } });
    if (listed !== null && targetSetId !== null) {
      const set = { id: targetSetId, draftId: id, source: task.title.slice(0, 200), savedBy: by.email, savedAt: at };
      await saveTargetSet(tx, set, listed);
    }
    const kept = opened(type, content, open);
    await tx
      .insert(templates)
      .values({ id, name, type, spaceId, content: kept, open, targetSetId, createdBy: by.email, createdAt: at });
  });
  return { id };
}

/** A draft with the template's answers and a copy of its list; what it leaves open is blank. */
export async function fromTemplate(
  deps: ReuseDeps,
  { templateId }: { templateId: string },
  by: Operator,
): Promise<PreparedDraft> {
  const template = await findTemplate(deps.database, taskId(templateId));
  if (template === null || !isCreatable(template.type)) throw missing();
  const { id, type, name, spaceId, open, targetSetId } = template;
  const deviceIds = targetSetId === null ? null : await readDeviceIds(deps.database, targetSetId);
  const content = merged(template.type, fieldsIn(template.content));
  const notes: OriginNote[] = open.length === 0 ? [] : ["open-fields"];
  const devices = deviceIds === null ? null : { count: deviceIds.length, which: "all" as const };
  const origin = { from: "template", id, title: name, devices, notes, versions: [] } as const;
  const made = await prepareDraft(deps, { type: template.type, spaceId, step: "what", content, deviceIds, origin }, by);
  await noteUse(deps.database, id);
  return { ...made, type };
}

export async function renameTemplate(
  deps: ServerDeps,
  { templateId, name }: { templateId: string; name: string },
  by: Operator,
): Promise<null> {
  return change(deps, templateId, by, "template.renamed", { name }, async (tx, { id }) => {
    await tx.update(templates).set({ name }).where(eq(templates.id, id));
  });
}

/** Drafts that were made from it stay. */
export async function deleteTemplate(
  deps: ServerDeps,
  { templateId }: { templateId: string },
  by: Operator,
): Promise<null> {
  return change(deps, templateId, by, "template.deleted", {}, async (tx, { id }) => {
    await tx.delete(templates).where(eq(templates.id, id));
    await dropTargetSets(tx, id, null);
  });
}

async function change(
  { database, now }: ServerDeps,
  templateId: string,
  by: Operator,
  event: string,
  detail: { [key: string]: Json },
  write: (tx: Transaction, template: Template) => Promise<void>,
): Promise<null> {
  await database.transaction(async (tx) => {
    const template = await lockTemplate(tx, taskId(templateId));
    if (template === null) throw missing();
    const at = new Date(now()).toISOString();
    await note(tx, { at, event, id: template.id, by, detail: { was: template.name, ...detail } });
    await write(tx, template);
  });
  return null;
}

type Note = { at: string; event: string; id: string; by: Operator; detail: { [key: string]: Json } };

const note = (tx: Transaction, { at, event, id, by, detail }: Note): Promise<void> =>
  appendAudit(tx, { at, actor: by.email, event, subject: `template:${id}`, detail });
