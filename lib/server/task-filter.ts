import { FailureError } from "@/lib/failure";
import { SUB_TASK_STATUSES } from "@/lib/tasks/status";
import { isTaskType } from "@/lib/tasks/task-type";
import { TASK_TABS, type TaskFilter } from "@/lib/tasks/view";
import type { SubTaskFilter } from "./sub-tasks";

const MAX_SEARCH = 200;
const MAX_PAGE = 10_000;
/** IoTDA reference: paging, `marker`. Upper case is met too. */
const MARKER = /^[0-9a-f]{24}$/i;

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
export function subTaskFilter(query: URLSearchParams): SubTaskFilter {
  const after = query.get("after") || null;
  // What is no marker is never asked for: the platform would be blamed for our own address.
  if (after !== null && !MARKER.test(after)) throw new FailureError({ kind: "missing", what: "page" });
  const status = SUB_TASK_STATUSES.find((known) => known === query.get("status")) ?? null;
  return { status, deviceId: query.get("device") || null, after };
}
