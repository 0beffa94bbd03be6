import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/json";
import { instant } from "./columns";

/**
 * Who did what, in the order it happened. A trigger refuses UPDATE, DELETE and TRUNCATE; `hash` covers the row and
 * `previous`, so that a row changed behind the trigger's back breaks the chain from there on.
 */
export const audit = pgTable(
  "audit",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    at: instant().notNull(),
    actor: text().notNull(),
    event: text().notNull(),
    subject: text().notNull(),
    detail: jsonb().$type<Json>().notNull(),
    previous: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [index("audit_by_subject").on(table.subject, table.seq)],
);
