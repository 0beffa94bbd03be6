import { queryOptions } from "@tanstack/react-query";
import { routes } from "@/lib/routes";
import type { DraftView } from "@/lib/tasks/draft";
import type { FindingKind, FoundList, LeftOut, PreflightView } from "@/lib/tasks/preflight";
import { getJson, isHidden, postJson } from "./get-json";

const draftKeys = {
  all: ["drafts"] as const,
  detail: (id: string) => [...draftKeys.all, "detail", id] as const,
  preflight: (id: string, subject: string) => [...draftKeys.all, "preflight", id, subject] as const,
  found: (id: string, key: string, finds: FindingKind) => [...draftKeys.all, "found", id, key, finds] as const,
};

/** The draft as the database holds it now; never from a cache, because another tab may have saved. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: draftKeys.detail(id),
    queryFn: ({ signal }) => getJson<DraftView>(routes.api.draft(id), signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** How often a look that is under way is asked about; asking costs the platform nothing. */
const POLL_MS = 1_500;
const SLOW_POLL_MS = 15_000;

/**
 * What was found of the saved devices, asked again while it is still being found out. `subject` names what was chosen, so
 * that a change of it asks again.
 */
export const preflightQuery = (id: string, subject: string) =>
  queryOptions({
    queryKey: draftKeys.preflight(id, subject),
    queryFn: ({ signal }) => getJson<PreflightView>(routes.api.preflight(id), signal),
    staleTime: 60_000,
    retry: false,
    refetchInterval: ({ state: { data, error } }) =>
      data?.state !== "running" ? false : isHidden() || error !== null ? SLOW_POLL_MS : POLL_MS,
  });

/** The devices behind a finding. `key` is what the finding was told with. */
export const foundQuery = (id: string, key: string, finds: FindingKind) =>
  queryOptions({
    queryKey: draftKeys.found(id, key, finds),
    queryFn: ({ signal }) =>
      getJson<FoundList>(routes.api.preflightList(id, `?${new URLSearchParams({ key, finds })}`), signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });

/** Looks anew, or ends the look where it is. */
export const orderPreflight = (id: string, what: "again" | "skip"): Promise<PreflightView> =>
  postJson(routes.api.preflight(id), { do: what });

/** Stores a list, or rows, without the devices that a finding names. */
export const leaveOut = (id: string, key: string, finds: FindingKind): Promise<LeftOut> =>
  postJson(routes.api.preflight(id), { do: "leave-out", key, finds });
