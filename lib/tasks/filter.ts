import { isTaskType } from "./task-type";
import { TASK_TABS, type TaskFilter } from "./view";

/** Longest search text that is looked at. */
const MAX_SEARCH = 100;

/** Reads the task list's filter from an address; what does not fit falls back, so that an old link still opens. */
export function parseFilter(get: (name: string) => string | null | undefined): TaskFilter {
  const tab = TASK_TABS.find((name) => name === get("tab")) ?? "all";
  const type = get("type") ?? "";
  const page = Number(get("page"));
  return {
    tab,
    type: isTaskType(type) ? type : null,
    search: (get("q") ?? "").trim().slice(0, MAX_SEARCH),
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  };
}

/** The shortest address query that gives the same filter back; empty for the plain list. */
export function filterQuery(filter: TaskFilter): string {
  const query = new URLSearchParams();
  if (filter.tab !== "all") query.set("tab", filter.tab);
  if (filter.type !== null) query.set("type", filter.type);
  if (filter.search !== "") query.set("q", filter.search);
  if (filter.page > 1) query.set("page", String(filter.page));
  return query.size === 0 ? "" : `?${query}`;
}
