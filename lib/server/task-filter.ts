import { SUB_TASK_STATUSES } from "@/lib/tasks/status";
import { isTaskType } from "@/lib/tasks/task-type";
import { TASK_TABS, type TaskFilter } from "@/lib/tasks/view";
import type { SubTaskFilter } from "./sub-tasks";

const MAX_SEARCH = 200;
const MAX_PAGE = 10_000;

/** The list's filters from an address. What we do not know counts as not given, so that an old bookmark still opens. */
export function taskFilter(query: URLSearchParams): TaskFilter {
  const type = query.get("type") ?? "";
  const page = Math.trunc(Number(query.get("page") ?? 1));
  return {
    tab: TASK_TABS.find((tab) => tab === query.get("tab")) ?? "all",
    type: isTaskType(type) ? type : null,
    search: (query.get("q") ?? "").slice(0, MAX_SEARCH),
    page: page >= 1 && page <= MAX_PAGE ? page : 1,
  };
}

/** The device table's filters from an address. */
export const subTaskFilter = (query: URLSearchParams): SubTaskFilter => ({
  status: SUB_TASK_STATUSES.find((status) => status === query.get("status")) ?? null,
  deviceId: query.get("device") || null,
  after: query.get("after") || null,
});
