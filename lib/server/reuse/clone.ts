import type { Operator } from "@/lib/access/permissions";
import type { ReuseDeps } from "./deps";
import { knownOf, requireCreatable, requireTask } from "./known-task";
import { type PreparedDraft, prepareDraft } from "./prepare-draft";

/** A new draft that asks for the same as a task did, with a copy of its list and nothing of its hour. */
export async function cloneTask(
  deps: ReuseDeps,
  { taskId: id }: { taskId: string },
  by: Operator,
): Promise<PreparedDraft> {
  const task = await requireTask(deps.database, id);
  const type = requireCreatable(task);
  const { content, deviceIds, notes } = await knownOf(deps.database, task, type);
  const devices = deviceIds === null ? null : { count: deviceIds.length, which: "all" as const };
  const origin = { from: "clone", id: task.id, title: task.title, devices, notes, versions: [] } as const;
  return prepareDraft(deps, { type, spaceId: task.spaceId, step: "what", content, deviceIds, origin }, by);
}
