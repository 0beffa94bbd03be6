import "server-only";
import type { Operator } from "@/lib/access/permissions";
import * as rows from "@/lib/db/templates";
import { MAX_TEMPLATES, type TemplatePart } from "@/lib/tasks/origin";
import type { TemplateRow } from "@/lib/tasks/template";
import { reuseDeps } from "./reuse";
import * as templates from "./reuse/templates";
import { runtime } from "./runtime";
import { serverDeps } from "./server-deps";
import { currentSpace } from "./spaces";

/** Templates of the current resource space, the newest first. */
export async function listTemplates(limit = MAX_TEMPLATES): Promise<readonly TemplateRow[]> {
  const [{ database }, { id }] = await Promise.all([runtime(), currentSpace()]);
  return rows.listTemplates(database, id, limit);
}

export const saveTemplate = async (
  of: { taskId: string; name: string; open: readonly TemplatePart[] },
  by: Operator,
): Promise<{ id: string }> => templates.saveTemplate(await serverDeps(), of, by);

export const fromTemplate = async (of: { templateId: string }, by: Operator) =>
  templates.fromTemplate(await reuseDeps(), of, by);

export const renameTemplate = async (of: { templateId: string; name: string }, by: Operator) =>
  templates.renameTemplate(await serverDeps(), of, by);

export const deleteTemplate = async (of: { templateId: string }, by: Operator) =>
  templates.deleteTemplate(await serverDeps(), of, by);
