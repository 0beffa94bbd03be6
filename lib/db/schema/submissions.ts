import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Failure } from "@/lib/failure";
import type { Json } from "@/lib/json";
import type { Step } from "@/lib/tasks/draft";
import type { DraftOrigin } from "@/lib/tasks/origin";
import type { SubmissionState } from "@/lib/tasks/submission";
import type { TaskRequest } from "@/lib/tasks/task";
import type { TaskType } from "@/lib/tasks/task-type";
import { instant } from "./columns";

/**
 * What will be sent, fixed at submission; device lists stay in `target_sets`, rows sealed in `row_sets`, and both are put
 * in just before the call.
 */
export type FixedRequest = Omit<TaskRequest, "targets" | "type" | "spaceId"> & {
  targets:
    | { by: "groups"; groupIds: readonly string[] }
    | { by: "devices"; targetSetId: string }
    | { by: "rows"; rowSetId: string; part: number };
};

/** A file that a submission put on the platform. Written before the upload, so that a crash leaves none behind unseen. */
export type SentFile = { name: string; id: string | null; uploadedAt: string };

/**
 * Our intent to create one task, from draft to outcome.
 * `attempted_at` is set before a call goes out and cleared once it surely did nothing: a row in `sending` whose lease ran
 * out is uncertain when it is set and still unsent when it is null. `attempts` fences late answers of an earlier call.
 */
export const submissions = pgTable(
  "submissions",
  {
    id: uuid().primaryKey(),
    type: text().$type<TaskType>().notNull(),
    spaceId: text("space_id").notNull(),
    state: text().$type<SubmissionState>().notNull(),
    step: text().$type<Step>().notNull(),
    content: jsonb().$type<Json>().notNull(),
    /** The task or template that the draft was prepared from; null for one that a person began. */
    origin: jsonb().$type<DraftOrigin>(),
    revision: integer().notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    savedAt: instant("saved_at").notNull(),
    targetSetId: uuid("target_set_id"),
    rowSetId: uuid("row_set_id"),
    /** The part's place in a family of tasks that share one list; all three are null for a task of its own. */
    familyId: uuid("family_id"),
    part: integer(),
    parts: integer(),
    /** The hour until which we keep it; it stays once it is sent or missed. */
    holdUntil: instant("hold_until"),
    file: jsonb().$type<SentFile>(),
    title: text(),
    taskName: text("task_name").unique(),
    request: jsonb().$type<FixedRequest>(),
    submittedBy: text("submitted_by"),
    submittedAt: instant("submitted_at"),
    attempts: integer().notNull().default(0),
    attemptedAt: instant("attempted_at"),
    lookFirst: boolean("look_first").notNull().default(false),
    nextTryAt: instant("next_try_at"),
    leaseUntil: instant("lease_until"),
    failure: jsonb().$type<Failure>(),
    looks: integer().notNull().default(0),
    lastLookAt: instant("last_look_at"),
    nextLookAt: instant("next_look_at"),
    givenUpAt: instant("given_up_at"),
    settledAt: instant("settled_at"),
  },
  (table) => [
    index("submissions_by_state").on(table.state, table.nextTryAt),
    index("submissions_by_family").on(table.familyId),
    check(
      "submissions_state",
      sql`${table.state} in ('draft', 'held', 'missed', 'sending', 'sent', 'refused', 'uncertain', 'cancelled')`,
    ),
    check(
      "submissions_fixed_before_sending",
      sql`${table.state} in ('draft', 'cancelled') or (${table.taskName} is not null and ${table.request} is not null)`,
    ),
    check("submissions_held_until", sql`${table.state} not in ('held', 'missed') or ${table.holdUntil} is not null`),
  ],
);
