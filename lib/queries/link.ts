import { queryOptions } from "@tanstack/react-query";
import { routes } from "@/lib/routes";
import { pollListAfter } from "@/lib/tasks/polling";
import type { LinkView } from "@/lib/tasks/view";
import { failureOf, getJson, isHidden } from "./get-json";

const linkKeys = { all: ["link"] as const, of: (spaceId: string) => [...linkKeys.all, spaceId] as const };

/** Health of the line to the platform, with the places in use of one resource space. */
export const linkQuery = (spaceId: string) =>
  queryOptions({
    queryKey: linkKeys.of(spaceId),
    queryFn: ({ signal }) => getJson<LinkView>(routes.api.link(), signal),
    refetchInterval: ({ state }) => pollListAfter((state.data?.running ?? 0) > 0, failureOf(state.error), isHidden()),
    refetchIntervalInBackground: true,
    retry: false,
  });
