import { z } from "zod";
import { CREATABLE_TYPES } from "@/lib/task-types/registry";
import { ACTION_VERBS } from "@/lib/tasks/action";
import { STEPS } from "@/lib/tasks/draft";
import { DEVICE_ID, isNonEmpty, MAX_TARGETS, type Scope } from "@/lib/tasks/targets";

const id = z.uuid();
/** A whole number as the wizard counts its saves. */
const revision = z.int().nonnegative();
/**
 * Characters. Content of a draft is any JSON while it is written; submission reads it with the type's own schema. A message
 * may take 256 KB; React reads no action whose values have more than a million characters.
 */
export const MAX_CONTENT = 900_000;
const MAX_REASON = 500;

export const createDraft = z.object({ type: z.enum(CREATABLE_TYPES) });
export const saveDraft = z.object({
  id,
  revision,
  step: z.enum(STEPS),
  content: z.json().refine((content) => JSON.stringify(content).length <= MAX_CONTENT, "draft-large"),
});
export const submitDraft = z.object({ id, revision });
export const discardDraft = z.object({ id });

/** Devices come newline-joined, because a server action with thousands of strings fails. Empty is not a choice. */
export const deviceIds = z.string().transform((joined, context) => {
  const ids = [...new Set(joined.split("\n").filter((line) => line !== ""))];
  if (isNonEmpty(ids) && ids.length <= MAX_TARGETS && ids.every((one) => DEVICE_ID.test(one))) return ids;
  context.addIssue({ code: "custom", message: ids.length === 0 ? "devices-none" : "device-not-valid" });
  return z.NEVER;
});

const scope = z
  .discriminatedUnion("of", [z.object({ of: z.literal("all") }), z.object({ of: z.literal("devices"), deviceIds })])
  .transform((given): Scope => given);

export const actOnTask = z
  .object({
    taskId: id,
    actionId: id,
    verb: z.enum(ACTION_VERBS),
    scope,
    reason: z.string().trim().max(MAX_REASON, "reason-long"),
  })
  .refine(({ verb, scope: chosen }) => verb !== "delete" || chosen.of === "all", "not-valid");

/** A start that is kept here, or was missed. */
export const decideHeld = z.object({ taskId: id });
export const moveHeld = z.object({
  taskId: id,
  schedule: z.object({ date: z.string().max(20), time: z.string().max(20), zone: z.string().max(64) }),
});
export const settleTask = z.object({ taskId: id, decision: z.enum(["send-again", "discard"]) });
export const chooseSpace = z.object({ spaceId: z.string().regex(/^[A-Za-z0-9_-]{1,36}$/) });
export const choosePreferences = z.object({
  locale: z.enum(["en", "zh-CN"]).optional(),
  theme: z.enum(["light", "dark", "system"]).optional(),
});
