import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { RowKind } from "@/lib/tasks/targets";
import { bytes, instant } from "./columns";

/**
 * Judged rows of a spreadsheet, sealed: they can hold device secrets. They are erased once their submission is over.
 * `draft_id` is the submission that they belong to.
 */
export const rowSets = pgTable(
  "row_sets",
  {
    id: uuid().primaryKey(),
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
    index("row_sets_by_draft").on(table.draftId),
    check("row_sets_kind", sql`${table.kind} in ('registration', 'update', 'gateways')`),
    check("row_sets_count", sql`${table.count} between 1 and 1000000`),
  ],
);
