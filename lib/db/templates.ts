import { desc, eq, sql } from "drizzle-orm";
import type { TemplateRow } from "@/lib/tasks/template";
import type { Database, Handle, Transaction } from "./database";
import { targetSets } from "./schema/target-sets";
import { templates } from "./schema/templates";

export type Template = typeof templates.$inferSelect;

export async function findTemplate(handle: Handle, id: string): Promise<Template | null> {
  const [row] = await handle.select().from(templates).where(eq(templates.id, id));
  return row ?? null;
}

/** The row, held against everybody else until the transaction ends. */
export async function lockTemplate(tx: Transaction, id: string): Promise<Template | null> {
  const [row] = await tx.select().from(templates).where(eq(templates.id, id)).for("update");
  return row ?? null;
}

/** Templates of a space, the newest first. */
export async function listTemplates(database: Database, spaceId: string, limit: number): Promise<TemplateRow[]> {
  return database
    .select({
      id: templates.id,
      name: templates.name,
      type: templates.type,
      open: templates.open,
      devices: targetSets.count,
      createdBy: templates.createdBy,
      createdAt: templates.createdAt,
      used: templates.used,
    })
    .from(templates)
    .leftJoin(targetSets, eq(targetSets.id, templates.targetSetId))
    .where(eq(templates.spaceId, spaceId))
    .orderBy(desc(templates.createdAt), desc(templates.id))
    .limit(limit);
}

export async function countTemplates(handle: Handle, spaceId: string): Promise<number> {
  const [row] = await handle
    .select({ count: sql<number>`count(*)::int` })
    .from(templates)
    .where(eq(templates.spaceId, spaceId));
  return row?.count ?? 0;
}

/** One use more; nothing for a template that was deleted meanwhile. */
export async function noteUse(handle: Handle, id: string): Promise<void> {
  await handle
    .update(templates)
    .set({ used: sql`${templates.used} + 1` })
    .where(eq(templates.id, id));
}
