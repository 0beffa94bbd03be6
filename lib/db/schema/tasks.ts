import { bigserial, boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { TaskType } from "@/lib/tasks/task-type";
import type { TargetSummary } from "@/lib/tasks/view";
import { instant } from "./columns";

const counters = {
  total: integer(),
  waiting: integer(),
  processing: integer(),
  succeeded: integer(),
  failed: integer(),
  awaitingRetry: integer("awaiting_retry"),
  stopped: integer(),
  removed: integer(),
};

/**
 * Every task that we know, ours (same id as its submission) or made elsewhere, with what was last read of it.
 * `status` is the platform's word as it came. `final` is kept beside it so that the list needs no knowledge of words.
 */
export const tasks = pgTable(
  "tasks",
  {
    id: uuid().primaryKey(),
    platformId: text("platform_id").unique(),
    ours: boolean().notNull(),
    spaceId: text("space_id").notNull(),
    type: text().$type<TaskType>().notNull(),
    title: text().notNull(),
    platformName: text("platform_name"),
    owner: text(),
    createdAt: instant("created_at").notNull(),
    startsAt: instant("starts_at"),
    retry: jsonb().$type<{ count: number; everyMinutes: number }>(),
    needsConfirm: boolean("needs_confirm").notNull(),
    packageLabel: text("package_label"),
    packageIds: jsonb("package_ids").$type<readonly string[]>().notNull(),
    targetSummary: jsonb("target_summary").$type<TargetSummary>(),
    /** The part's place in a family of tasks that share one list; the family's id is its first part's. */
    familyId: uuid("family_id"),
    part: integer(),
    parts: integer(),
    status: text(),
    statusText: text("status_text").notNull(),
    ...counters,
    final: boolean().notNull(),
    readAt: instant("read_at"),
    finishedAt: instant("finished_at"),
    goneAt: instant("gone_at"),
    /** A final task is read on until then, because an action may set it going again. */
    watchUntil: instant("watch_until"),
  },
  (table) => [
    index("tasks_by_space").on(table.spaceId, table.createdAt),
    index("tasks_active").on(table.final, table.spaceId, table.type),
    index("tasks_by_name").on(table.platformName),
    index("tasks_by_family").on(table.familyId),
  ],
);

/** What was read of a task each time it had changed. */
export const taskSnapshots = pgTable(
  "task_snapshots",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    taskId: uuid("task_id")
      .notNull()
      .references(() => tasks.id),
    at: instant().notNull(),
    status: text().notNull(),
    ...counters,
  },
  (table) => [index("task_snapshots_by_task").on(table.taskId, table.at)],
);
