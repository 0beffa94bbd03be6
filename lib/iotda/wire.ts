import { z } from "zod";
import { count, flag, id, listOf, listOr, orNull, page, text, texts } from "./lenient";

const progress = orNull(
  z.object({
    total: count,
    processing: count,
    success: count,
    fail: count,
    waitting: count,
    fail_wait_retry: count,
    stopped: count,
    removed: count,
  }),
);

export const wireTask = z.object({
  task_id: id,
  task_name: text,
  task_type: text,
  need_confirm: flag,
  targets_filter: orNull(z.object({ group_ids: texts })),
  document: orNull(z.object({ package_id: text, package_ids: texts })),
  task_policy: orNull(z.object({ schedule_time: text, retry_count: count, retry_interval: count })),
  status: text,
  status_desc: text,
  task_progress: progress,
  create_time: text,
});
export type WireTask = z.output<typeof wireTask>;
export const wireTasks = listOf("batchtasks", wireTask);

const subTask = z.object({
  target: text,
  status: text,
  /** Documented as text; kept as text if it is not. */
  output: z
    .unknown()
    .optional()
    .transform((value) => {
      if (value === undefined || value === null) return null;
      return typeof value === "string" ? value : JSON.stringify(value);
    }),
  error: orNull(z.object({ error_code: text, error_msg: text })),
});
export type WireSubTask = z.output<typeof subTask>;
/** A task that has not begun may have no list of sub-tasks yet. */
export const wireShownTask = z.object({
  batchtask: wireTask,
  task_details: listOr(subTask),
  page,
});

/** Inferred: what comes back for a call without targets is not documented; nothing is taken as no outcomes. */
export const wireOutcomes = z.object({
  targets: listOr(z.object({ target: id, status: text, error_code: text, error_msg: text })),
});

/** An answer that says nothing, as to a delete. */
export const wireNothing = z.unknown();
