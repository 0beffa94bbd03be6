import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/json";
import type { TemplatePart } from "@/lib/tasks/origin";
import type { TaskType } from "@/lib/tasks/task-type";
import { instant } from "./columns";

/**
 * What a new draft can start from. Groups and packages belong to one resource space, and so does a template. A list of
 * devices that is kept with it is a target set of its own, whose `draft_id` is the template's id.
 */
export const templates = pgTable(
  "templates",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    type: text().$type<TaskType>().notNull(),
    spaceId: text("space_id").notNull(),
    content: jsonb().$type<Json>().notNull(),
    open: jsonb().$type<readonly TemplatePart[]>().notNull(),
    targetSetId: uuid("target_set_id"),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    used: integer().notNull().default(0),
  },
  (table) => [
    index("templates_by_space").on(table.spaceId, table.createdAt),
    check("templates_name", sql`char_length(${table.name}) between 1 and 100`),
  ],
);
