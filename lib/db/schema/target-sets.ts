import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytes, instant } from "./columns";

/** A frozen list of device IDs: one deflated value, newline-joined, because 30,000 rows would block for 200 ms. */
export const targetSets = pgTable(
  "target_sets",
  {
    id: uuid().primaryKey(),
    draftId: uuid("draft_id").notNull(),
    count: integer().notNull(),
    ids: bytes().notNull(),
    source: text().notNull(),
    sample: jsonb().$type<readonly string[]>().notNull(),
    savedBy: text("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (table) => [
    index("target_sets_by_draft").on(table.draftId),
    check("target_sets_count", sql`${table.count} between 1 and 300000`),
  ],
);
