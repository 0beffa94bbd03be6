import { queryOptions } from "@tanstack/react-query";
import { FailureError } from "@/lib/failure";
import { routes } from "@/lib/routes";

/** The device IDs of a draft's frozen list, in its order; `setId` names the list, so that a new one is read anew. */
export const targetListQuery = (draftId: string, setId: string) =>
  queryOptions({
    queryKey: ["target-list", draftId, setId] as const,
    queryFn: ({ signal }) => readIds(routes.api.draftTargets(draftId), signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

async function readIds(path: string, signal: AbortSignal): Promise<readonly string[]> {
  const answer = await fetch(path, { signal });
  const text = await answer.text();
  if (answer.ok) return text.split("\n");
  throw new FailureError({ kind: "unreachable", host: location.host, cause: "5xx" });
}
