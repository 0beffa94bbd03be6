import { FailureError, unwrap } from "@/lib/failure";
import type { Iotda } from "@/lib/iotda/iotda";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import { registeredDeviceId } from "@/lib/tasks/registered-device";
import type { SubTaskStatus } from "@/lib/tasks/status";
import { DEVICE_ID, isNonEmpty, MAX_TARGETS, type NonEmpty } from "@/lib/tasks/targets";
import type { SubTask } from "@/lib/tasks/task";
import type { TaskType } from "@/lib/tasks/task-type";
import { PAGE } from "../read-pages";

/**
 * The devices of a task as the platform knows them now, page after page by marker, each once and in its order; of a
 * registration the devices that it made. `status` null is every state. Throws the platform's failure, so that half a
 * list is never taken for a whole one, and `invalid` when there is no device.
 */
export async function devicesOf(
  iotda: Pick<Iotda, "showTask">,
  { platformId, type }: { platformId: string | null; type: TaskType },
  status: SubTaskStatus | null,
): Promise<NonEmpty<string>> {
  if (platformId === null) throw new FailureError({ kind: "missing", what: "task" });
  const idOf = isCreatable(type) && taskTypes[type].rows === "registration" ? registeredId : targetId;
  const ids = new Set<string>();
  const seen = new Set<string>();
  for (let marker: string | undefined; ; ) {
    const asked = { taskId: platformId, limit: PAGE, ...(status !== null && { subTaskStatus: status }) };
    const { subTasks } = unwrap(await iotda.showTask({ ...asked, ...(marker !== undefined && { marker }) }));
    for (const subTask of subTasks.items) {
      const id = idOf(subTask);
      if (id !== null) ids.add(id);
    }
    if (ids.size > MAX_TARGETS) throw invalid("devices-many", { most: MAX_TARGETS });
    if (subTasks.next === null) break;
    // A platform that never ends would keep us reading for ever.
    if (seen.has(subTasks.next) || seen.size > MAX_TARGETS / PAGE)
      throw new FailureError({ kind: "unreadable", operation: "ShowBatchTask", requestId: null });
    seen.add(subTasks.next);
    marker = subTasks.next;
  }
  const found = [...ids];
  if (!isNonEmpty(found)) throw invalid("devices-none");
  return found;
}

const targetId = ({ target }: SubTask): string | null => (DEVICE_ID.test(target) ? target : null);
const registeredId = ({ output }: SubTask): string | null => registeredDeviceId(output);

const invalid = (message: string, values: Record<string, number> = {}) =>
  new FailureError({ kind: "invalid", issues: [{ path: "devices", message, values }] });
