import * as z from "zod/mini";

const issue = z.object({ path: z.string() });
const refusal = z.object({ failure: z.object({ kind: z.string(), issues: z.optional(z.array(issue)) }) });
type Refusal = z.infer<typeof refusal>["failure"];

/** Why something was read and yet not saved; each is a key under `store.problems` in the `targets` messages. */
export type StoreProblem = "signed-out" | "offline" | "forbidden" | "gone" | "refused";

export type StoreOutcome<Set> = { ok: true; set: Set } | { ok: false; problem: StoreProblem };

/** What is sent, and where to: `source` is the name under which people know it. */
export type ListToPut = { address: string; source: string; bytes: Uint8Array<ArrayBuffer> };

/** Saves a list or rows with a draft, in place of those before. Safe to repeat. */
export async function putList<Set>(
  send: typeof fetch,
  { address, source, bytes }: ListToPut,
  view: z.ZodMiniType<Set>,
  signal: AbortSignal,
): Promise<StoreOutcome<Set>> {
  const headers = { "content-type": "text/plain;charset=utf-8" };
  try {
    const url = `${address}?source=${encodeURIComponent(source)}`;
    const response = await send(url, { method: "PUT", body: bytes, headers, signal });
    const body: unknown = await response.json().catch(() => null);
    const set = response.ok ? view.safeParse(body) : null;
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
