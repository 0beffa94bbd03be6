import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { FailureError } from "@/lib/failure";
import { routes } from "@/lib/routes";
import type { ActionView } from "@/lib/tasks/action";
import { filterQuery } from "@/lib/tasks/filter";
import { actedLately, pollAfter, pollListAfter } from "@/lib/tasks/polling";
import { mayChange } from "@/lib/tasks/standing";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { SubTask } from "@/lib/tasks/task";
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
const isMoving = (task: TaskView): boolean =>
  task.submission === "sending" ||
  (task.submission === "uncertain" && task.settling?.givenUpAt === null) ||
  task.actions.some((action) => UNDER_WAY.includes(action.state));

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: taskKeys.detail(id),
    queryFn: ({ signal }) => getJson<TaskView>(routes.api.task(id), signal),
    refetchInterval: ({ state }) =>
      pollAfter(observed(state.data, Date.now()), failureIn(state.error), hidden(), Date.now()),
    refetchIntervalInBackground: true,
    retry: false,
  });

function observed(task: TaskView | undefined, now: number) {
  if (task === undefined) return undefined;
  const known = task.status?.known ?? null;
  const status = known === null ? "unknown" : known === "Waitting" ? "waiting" : "running";
  // The page of a part that is over still shows how the others go on.
  const over = !mayChange(task) && !task.family.some(mayChange);
  const final = over && !actedLately(task.actions, now);
  return { final, moving: isMoving(task), startsAt: task.startsAt, status } as const;
}

/** `device` is an exact device id; empty means every device. */
export type SubTaskFilter = { status: SubTaskStatus | null; device: string };

/**
 * Pages of 50 sub-tasks. The first is read again while the task moves; once more are open, they stay as they were read.
 * All are read once more when it has ended, so that no device stays as it was on the way.
 */
export const subTasksQuery = (task: Watched, filter: SubTaskFilter) =>
  infiniteQueryOptions({
    queryKey: taskKeys.subTasks(task.id, filter),
    queryFn: ({ pageParam, signal }) =>
      getJson<SubTaskView>(routes.api.subTasks(task.id, subTaskQueryString(filter, pageParam)), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: ({ state }) => subTasksAfter(task, state.data?.pages ?? []),
    retry: false,
  });

type Watched = Pick<TaskView, "id" | "submission" | "status" | "gone" | "readAt">;
const SUB_TASKS_EVERY_MS = 5_000;

/** Milliseconds to the next look at the sub-tasks, or false for none. `readAt` of both are the server's time. */
export function subTasksAfter(task: Watched, pages: readonly Pick<SubTaskView, "readAt">[]): number | false {
  const [first] = pages;
  if (mayChange(task)) return pages.length > 1 ? false : SUB_TASKS_EVERY_MS;
  const readBeforeTheEnd = first !== undefined && task.readAt !== null && first.readAt < task.readAt;
  return readBeforeTheEnd ? SUB_TASKS_EVERY_MS : false;
}

/**
 * Every sub-task that the filter matches, page after page; `onCount` hears how many are read so far. Throws the
 * failure of the page that could not be read, so that half a list is never taken for a whole one.
 */
export async function readAllSubTasks(
  id: string,
  filter: SubTaskFilter,
  onCount: (count: number) => void,
  signal: AbortSignal,
): Promise<readonly SubTask[]> {
  const read = new Map<string, SubTask>();
  const seen = new Set<string>();
  for (let after: string | null = null; ; ) {
    const path = routes.api.subTasks(id, subTaskQueryString(filter, after));
    const page: SubTaskView = await getJson<SubTaskView>(path, signal);
    for (const subTask of page.items) read.set(subTask.target, subTask);
    onCount(read.size);
    if (page.next === null) return [...read.values()];
    if (seen.has(page.next))
      throw new FailureError({ kind: "unreadable", operation: "ShowBatchTask", requestId: null });
    seen.add(page.next);
    after = page.next;
  }
}

function subTaskQueryString(filter: SubTaskFilter, after: string | null): string {
  const query = new URLSearchParams();
  if (filter.status !== null) query.set("status", filter.status);
  if (filter.device !== "") query.set("device", filter.device);
  if (after !== null) query.set("after", after);
  return query.size === 0 ? "" : `?${query}`;
}
