import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Failure } from "@/lib/failure";
import type { ActionState, ActionVerb } from "@/lib/tasks/action";
import type { ChunkState } from "@/lib/tasks/chunks";
import type { TargetOutcome } from "@/lib/tasks/task";
import { instant } from "./columns";
import { tasks } from "./tasks";

/** A stop, retry, confirm or delete. The id is made in the browser, so that a repeated press is the same action. */
export const actions = pgTable(
  "actions",
  {
    id: uuid().primaryKey(),
    taskId: uuid("task_id")
      .notNull()
      .references(() => tasks.id),
    verb: text().$type<ActionVerb>().notNull(),
    scope: text().$type<"all" | "devices">().notNull(),
    state: text().$type<ActionState>().notNull(),
    by: text().notNull(),
    reason: text().notNull(),
    requestedAt: instant("requested_at").notNull(),
    finishedAt: instant("finished_at"),
    devices: integer(),
    failure: jsonb().$type<Failure>(),
    leaseUntil: instant("lease_until"),
    nextTryAt: instant("next_try_at"),
    attempts: integer().notNull().default(0),
  },
  (table) => [
    index("actions_by_task").on(table.taskId, table.requestedAt),
    index("actions_by_state").on(table.state, table.nextTryAt),
    check("actions_scope", sql`(${table.scope} = 'all') = (${table.devices} is null)`),
  ],
);

/**
 * One call of an action: everything (`scope` is its own word) or 1 to 100 named devices. The check makes a list that is
 * empty, missing where devices are meant, or present where all are meant, impossible to store.
 */
export const actionChunks = pgTable(
  "action_chunks",
  {
    actionId: uuid("action_id")
      .notNull()
      .references(() => actions.id),
    seq: integer().notNull(),
    scope: text().$type<"all" | "devices">().notNull(),
    deviceIds: jsonb("device_ids").$type<readonly string[]>(),
    state: text().$type<ChunkState>().notNull(),
    sentAt: instant("sent_at"),
    answeredAt: instant("answered_at"),
    outcomes: jsonb().$type<readonly TargetOutcome[]>(),
    failure: jsonb().$type<Failure>(),
  },
  (table) => [
    primaryKey({ columns: [table.actionId, table.seq] }),
    check(
      "action_chunks_never_empty",
      sql`case ${table.scope} when 'all' then ${table.deviceIds} is null when 'devices' then ${table.deviceIds} is not null and jsonb_typeof(${table.deviceIds}) = 'array' and jsonb_array_length(${table.deviceIds}) between 1 and 100 else false end`,
    ),
  ],
);
