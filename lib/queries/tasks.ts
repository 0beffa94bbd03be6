import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { FailureError } from "@/lib/failure";
import { routes } from "@/lib/routes";
import type { ActionView } from "@/lib/tasks/action";
import { filterQuery } from "@/lib/tasks/filter";
import { pollAfter, pollListAfter } from "@/lib/tasks/polling";
import { mayChange } from "@/lib/tasks/standing";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { SubTaskView, TaskFilter, TaskList, TaskView } from "@/lib/tasks/view";
import { getJson } from "./get-json";

const failureIn = (error: unknown) => (error instanceof FailureError ? error.failure : null);
const hidden = () => typeof document !== "undefined" && document.visibilityState === "hidden";

export const taskKeys = {
  all: ["tasks"] as const,
  list: (filter: TaskFilter) => [...taskKeys.all, "list", filter] as const,
  detail: (id: string) => [...taskKeys.all, "detail", id] as const,
  subTasks: (id: string, filter: SubTaskFilter) => [...taskKeys.detail(id), "sub-tasks", filter] as const,
};

export const taskListQuery = (filter: TaskFilter) =>
  queryOptions({
    queryKey: taskKeys.list(filter),
    queryFn: ({ signal }) => getJson<TaskList>(routes.api.tasks(filterQuery(filter)), signal),
    refetchInterval: ({ state }) =>
      pollListAfter(state.data?.rows.some(mayChange) ?? false, failureIn(state.error), hidden()),
    refetchIntervalInBackground: true,
    retry: false,
  });

const UNDER_WAY: readonly ActionView["state"][] = ["pending", "running"];

/** True while something that we started goes on, so that the page must keep up. */
export const isMoving = (task: TaskView): boolean =>
  task.submission === "sending" ||
  (task.submission === "uncertain" && task.settling?.givenUpAt === null) ||
  task.actions.some((action) => UNDER_WAY.includes(action.state));

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: taskKeys.detail(id),
    queryFn: ({ signal }) => getJson<TaskView>(routes.api.task(id), signal),
    refetchInterval: ({ state }) => pollAfter(observed(state.data), failureIn(state.error), hidden(), Date.now()),
    refetchIntervalInBackground: true,
    retry: false,
  });

function observed(task: TaskView | undefined) {
  if (task === undefined) return undefined;
  const known = task.status?.known ?? null;
  const status = known === null ? "unknown" : known === "Waitting" ? "waiting" : "running";
  return { final: !mayChange(task), moving: isMoving(task), startsAt: task.startsAt, status } as const;
}

/** `device` is an exact device id; empty means every device. */
export type SubTaskFilter = { status: SubTaskStatus | null; device: string };

/** Pages of 50 sub-tasks; the first page is asked again at the pace of the task itself while it moves. */
export const subTasksQuery = (id: string, filter: SubTaskFilter, everyMs: number | false) =>
  infiniteQueryOptions({
    queryKey: taskKeys.subTasks(id, filter),
    queryFn: ({ pageParam, signal }) =>
      getJson<SubTaskView>(routes.api.subTasks(id, subTaskQueryString(filter, pageParam)), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: everyMs,
    retry: false,
  });

function subTaskQueryString(filter: SubTaskFilter, after: string | null): string {
  const query = new URLSearchParams();
  if (filter.status !== null) query.set("status", filter.status);
  if (filter.device !== "") query.set("device", filter.device);
  if (after !== null) query.set("after", after);
  return query.size === 0 ? "" : `?${query}`;
}
