import * as z from "zod/mini";
import { routes } from "@/lib/routes";
import type { TargetSetView } from "@/lib/tasks/draft";

const targetSetView = z.object({
  id: z.string(),
  count: z.number(),
  source: z.string(),
  savedAt: z.string(),
  sample: z.array(z.string()),
});
const issue = z.object({ path: z.string() });
const refusal = z.object({ failure: z.object({ kind: z.string(), issues: z.optional(z.array(issue)) }) });
type Refusal = z.infer<typeof refusal>["failure"];

/** Why a list was read and yet not saved; each is a key under `store.problems`. */
export type StoreProblem = "signed-out" | "offline" | "forbidden" | "gone" | "refused";

export type StoreOutcome = { ok: true; set: TargetSetView } | { ok: false; problem: StoreProblem };

/** What is saved: `ids` joined by newlines, `source` the name under which people know the list. */
export type ListToStore = { draftId: string; source: string; ids: Uint8Array<ArrayBuffer> };

/** Saves a list with a draft, in place of the one before. Safe to repeat. */
export async function storeTargets(send: typeof fetch, list: ListToStore, signal: AbortSignal): Promise<StoreOutcome> {
  const address = `${routes.api.draftTargets(list.draftId)}?source=${encodeURIComponent(list.source)}`;
  const headers = { "content-type": "text/plain;charset=utf-8" };
  try {
    const response = await send(address, { method: "PUT", body: list.ids, headers, signal });
    const body: unknown = await response.json().catch(() => null);
    const set = response.ok ? targetSetView.safeParse(body) : null;
    if (set?.success) return { ok: true, set: set.data };
    const failure = refusal.safeParse(body);
    return { ok: false, problem: problemOf(response.status, failure.success ? failure.data.failure : null) };
  } catch {
    return { ok: false, problem: "offline" };
  }
}

function problemOf(status: number, failure: Refusal | null): StoreProblem {
  if (failure?.kind === "signed-out" || status === 401) return "signed-out";
  if (failure?.kind === "forbidden" || status === 403) return "forbidden";
  // An issue with the draft's revision: it was submitted meanwhile, from another tab.
  const isSubmitted = failure?.issues?.some(({ path }) => path === "revision") ?? false;
  if (failure?.kind === "missing" || status === 404 || isSubmitted) return "gone";
  return status >= 502 && status <= 504 ? "offline" : "refused";
}
