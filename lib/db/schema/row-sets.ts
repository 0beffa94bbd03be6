import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { RowKind } from "@/lib/tasks/targets";
import { bytes, instant } from "./columns";

/**
 * Judged rows of a spreadsheet, sealed because they can hold device secrets, and cut into parts that each make one file
 * for the platform; `part` counts from 1. Each part is erased once its submission is over.
 */
export const rowSets = pgTable(
  "row_sets",
  {
    id: uuid().notNull(),
    part: integer().notNull(),
    draftId: uuid("draft_id").notNull(),
    kind: text().$type<RowKind>().notNull(),
    count: integer().notNull(),
    sealed: bytes().notNull(),
    source: text().notNull(),
    sample: jsonb().$type<readonly string[]>().notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.part] }),
    index("row_sets_by_draft").on(table.draftId),
    check("row_sets_kind", sql`${table.kind} in ('registration', 'update', 'gateways')`),
    check("row_sets_count", sql`${table.count} between 1 and 100000`),
    check("row_sets_part", sql`${table.part} between 1 and 10`),
  ],
);
