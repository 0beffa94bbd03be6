import type { Result } from "@/lib/failure";
import type { TemplatePart } from "@/lib/tasks/origin";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { TaskType } from "@/lib/tasks/task-type";

/** A draft that was made, to go on with in the wizard. */
export type PreparedDraft = { draftId: string; type: TaskType };

/** Named devices, newline-joined, or all of one state; `status` null is every state. */
export type FollowUpScope = { of: "devices"; deviceIds: string } | { of: "status"; status: SubTaskStatus | null };

/** What can be made of a task. The page hands the actions in, because nothing below `app` imports a route. */
export type ReuseActions = {
  clone(input: { taskId: string }): Promise<Result<PreparedDraft>>;
  followUp(input: { taskId: string; type: TaskType; scope: FollowUpScope }): Promise<Result<PreparedDraft>>;
  undo(input: { taskId: string }): Promise<Result<PreparedDraft>>;
  saveTemplate(input: { taskId: string; name: string; open: readonly TemplatePart[] }): Promise<Result<{ id: string }>>;
};
