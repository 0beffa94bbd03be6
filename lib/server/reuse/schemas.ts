import { z } from "zod";
import { CREATABLE_TYPES } from "@/lib/task-types/registry";
import { MAX_TEMPLATE_NAME, TEMPLATE_PARTS } from "@/lib/tasks/origin";
import { SUB_TASK_STATUSES } from "@/lib/tasks/status";
import { deviceIds } from "../schemas";

const id = z.uuid();
const name = z.string().trim().min(1, "template-name").max(MAX_TEMPLATE_NAME, "template-name");

export const ofTask = z.object({ taskId: id });
export const followUp = z.object({
  taskId: id,
  type: z.enum(CREATABLE_TYPES),
  scope: z.discriminatedUnion("of", [
    z.object({ of: z.literal("devices"), deviceIds }),
    z.object({ of: z.literal("status"), status: z.enum(SUB_TASK_STATUSES).nullable() }),
  ]),
});
export const saveTemplate = z.object({
  taskId: id,
  name,
  open: z.array(z.enum(TEMPLATE_PARTS)).max(TEMPLATE_PARTS.length),
});
export const ofTemplate = z.object({ templateId: id });
export const renameTemplate = z.object({ templateId: id, name });
