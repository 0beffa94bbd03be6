import "server-only";
import { FailureError, unwrap } from "@/lib/failure";
import { once } from "@/lib/once";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { SubTaskView } from "@/lib/tasks/view";
import { createPollCache } from "./poll-cache";
import { withoutSecrets } from "./registered/registered-device";
import { runtime } from "./runtime";
import { requireTask } from "./tasks";

const TTL_MS = 2_000;
const PAGE = 50;

const reads = once("sub-tasks", () => createPollCache<SubTaskView>({ ttlMs: TTL_MS, now: Date.now }));

/** What to show: one state, one device, and where to go on (`next` of the page before). */
export type SubTaskFilter = { status: SubTaskStatus | null; deviceId: string | null; after: string | null };

/**
 * A page of a task's devices, read from the platform at most every two seconds however many look. Throws `missing` for
 * a task that is not on the platform, and the platform's failures. Secrets of devices stay out of it.
 */
export async function getSubTasks(id: string, { status, deviceId, after }: SubTaskFilter): Promise<SubTaskView> {
  const { iotda, now } = await runtime();
  const { platformId, type } = await requireTask(id);
  if (platformId === null) throw new FailureError({ kind: "missing", what: "task" });
  return reads().get(JSON.stringify([platformId, status, deviceId, after]), async () => {
    const readAt = new Date(now()).toISOString();
    const shown = await iotda.showTask({
      taskId: platformId,
      limit: PAGE,
      ...(status !== null && { subTaskStatus: status }),
      ...(deviceId !== null && { deviceId }),
      ...(after !== null && { marker: after }),
    });
    const page = unwrap(shown).subTasks;
    return { ...page, items: page.items.map((subTask) => withoutSecrets(type, subTask)), readAt };
  });
}
