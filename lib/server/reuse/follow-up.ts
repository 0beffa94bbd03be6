import type { Operator } from "@/lib/access/permissions";
import { FailureError } from "@/lib/failure";
import { type CreatableType, taskTypes } from "@/lib/task-types/registry";
import type { DeviceChoice } from "@/lib/tasks/origin";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { NonEmpty } from "@/lib/tasks/targets";
import { fieldsIn } from "./content";
import type { ReuseDeps } from "./deps";
import { devicesOf } from "./devices-of";
import { knownOf, requireTask } from "./known-task";
import { type PreparedDraft, prepareDraft } from "./prepare-draft";

/** Named devices, or all of one state; `status` null is every state. */
export type FollowUpScope =
  | { of: "devices"; deviceIds: NonEmpty<string> }
  | { of: "status"; status: SubTaskStatus | null };

export type FollowUp = { taskId: string; type: CreatableType; scope: FollowUpScope };

/**
 * A new draft for some of a task's devices, frozen as a list under the task's name. Of the same type it asks for the same
 * again; of another it starts blank.
 */
export async function followUp(
  deps: ReuseDeps,
  { taskId: id, type, scope }: FollowUp,
  by: Operator,
): Promise<PreparedDraft> {
  const task = await requireTask(deps.database, id);
  if (!taskTypes[type].ways.includes("devices"))
    throw new FailureError({ kind: "invalid", issues: [{ path: "type", message: "targets-way" }] });
  const deviceIds = scope.of === "devices" ? scope.deviceIds : await devicesOf(deps.iotda, task, scope.status);
  const same = type === task.type;
  const known = same
    ? await knownOf(deps.database, task, type)
    : { content: fieldsIn(taskTypes[type].blank), notes: [] };
  // Its devices are known now, whatever the task itself told of them.
  const notes = known.notes.filter((note) => note !== "devices-not-told");
  const devices = { count: deviceIds.length, which: whichOf(scope) };
  const origin = { from: "follow-up", id: task.id, title: task.title, devices, notes, versions: [] } as const;
  const { content } = known;
  const { spaceId } = task;
  const step = same && notes.length === 0 ? "review" : "what";
  return prepareDraft(deps, { type, spaceId, step, content, deviceIds, origin }, by);
}

const whichOf = (scope: FollowUpScope): DeviceChoice => (scope.of === "devices" ? "chosen" : (scope.status ?? "all"));
