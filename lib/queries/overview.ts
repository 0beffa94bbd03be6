import { queryOptions } from "@tanstack/react-query";
import { routes } from "@/lib/routes";
import { pollListAfter } from "@/lib/tasks/polling";
import type { OverviewView } from "@/lib/tasks/view";
import { failureOf, getJson, isHidden } from "./get-json";

const overviewKeys = { all: ["overview"] as const, of: (spaceId: string) => [...overviewKeys.all, spaceId] as const };

/** The overview of one resource space; the space itself travels in a cookie. */
export const overviewQuery = (spaceId: string) =>
  queryOptions({
    queryKey: overviewKeys.of(spaceId),
    queryFn: ({ signal }) => getJson<OverviewView>(routes.api.overview(), signal),
    refetchInterval: ({ state }) =>
      pollListAfter((state.data?.running.length ?? 0) > 0, failureOf(state.error), isHidden()),
    refetchIntervalInBackground: true,
    retry: false,
  });
