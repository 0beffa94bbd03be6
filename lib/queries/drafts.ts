import { queryOptions } from "@tanstack/react-query";
import { routes } from "@/lib/routes";
import type { DraftView, TargetCheck } from "@/lib/tasks/draft";
import { getJson } from "./get-json";

const draftKeys = {
  all: ["drafts"] as const,
  detail: (id: string) => [...draftKeys.all, "detail", id] as const,
  check: (id: string, subject: string) => [...draftKeys.all, "check", id, subject] as const,
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

/** How the saved devices fit the saved package; `subject` names both, so that a change of either asks again. */
export const targetCheckQuery = (id: string, subject: string) =>
  queryOptions({
    queryKey: draftKeys.check(id, subject),
    queryFn: ({ signal }) => getJson<TargetCheck>(routes.api.targetCheck(id), signal),
    staleTime: 60_000,
    retry: false,
  });
