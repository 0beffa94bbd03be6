import { ok, type Result } from "@/lib/failure";
import type { Iotda } from "@/lib/iotda/iotda";
import { isOlder } from "@/lib/tasks/settling";
import type { PlatformTask } from "@/lib/tasks/task";
import type { TaskType } from "@/lib/tasks/task-type";

const PAGE = 50;
/** 5,000 tasks of one type since the submission; beyond that a look proves nothing. */
const MAX_PAGES = 100;

/** `whole` false: there was more to read than we were ready to, so that "not found" is not "not there". */
export type Look = { found: PlatformTask | null; whole: boolean };

/** Reads tasks newest first until one with this name turns up or they are older than the submission (epoch ms). */
export async function findByName(
  iotda: Pick<Iotda, "listTasks">,
  of: { spaceId: string; type: TaskType; name: string; submittedAt: number },
): Promise<Result<Look>> {
  let marker: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { spaceId, type } = of;
    const listed = await iotda.listTasks({ spaceId, type, limit: PAGE, ...(marker !== undefined && { marker }) });
    if (!listed.ok) return listed;
    const { items, next } = listed.value;
    const found = items.find(({ name }) => name === of.name);
    if (found !== undefined) return ok({ found, whole: true });
    if (next === null || items.some(({ createdAt }) => isOlder(createdAt, of.submittedAt)))
      return ok({ found: null, whole: true });
    marker = next;
  }
  return ok({ found: null, whole: false });
}
