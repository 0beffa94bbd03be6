import { queryOptions } from "@tanstack/react-query";
import { routes } from "@/lib/routes";
import type { GroupView } from "@/lib/tasks/draft";
import { getJson } from "./get-json";

const groupKeys = {
  all: ["groups"] as const,
  list: () => [...groupKeys.all, "list"] as const,
  count: (groupId: string) => [...groupKeys.all, "count", groupId] as const,
};

/** Every device group of the chosen resource space; counts are null where nobody asked yet. */
export const groupsQuery = () =>
  queryOptions({
    queryKey: groupKeys.list(),
    queryFn: ({ signal }) => getJson<{ items: readonly GroupView[] }>(routes.api.groups(), signal),
    select: ({ items }) => items,
    staleTime: 60_000,
    retry: false,
  });

/** Direct members of one group; null when the platform does not say. */
export const groupCountQuery = (groupId: string) =>
  queryOptions({
    queryKey: groupKeys.count(groupId),
    queryFn: ({ signal }) => getJson<{ count: number | null }>(routes.api.groupCount(groupId), signal),
    select: ({ count }) => count,
    staleTime: 60_000,
    retry: false,
  });
