import type { Failure, Result } from "@/lib/failure";

export type RetryDeps = { now: () => number; sleep: (ms: number) => Promise<void>; random: () => number };

export const MAX_ATTEMPTS = 3;
/** No new attempt starts later than this after the first: somebody waits for the page. */
export const PATIENCE_MS = 15_000;
const FIRST_PAUSE_MS = 300;

/** Repeats a read that may go better next time: pauses double, with jitter, and are never shorter than `Retry-After`. */
export async function retryRead<T>(attempt: () => Promise<Result<T>>, deps: RetryDeps): Promise<Result<T>> {
  const from = deps.now();
  for (let made = 1; ; made++) {
    const result = await attempt();
    if (result.ok || made === MAX_ATTEMPTS || !mayPass(result.failure)) return result;
    const backoff = FIRST_PAUSE_MS * 2 ** (made - 1) * (0.5 + deps.random());
    const asked = result.failure.kind === "throttled" ? result.failure.retryAfterMs : 0;
    const pause = Math.max(asked, backoff);
    if (deps.now() + pause - from > PATIENCE_MS) return result;
    await deps.sleep(pause);
  }
}

/** A certificate that we do not accept will not be better in a second. */
const mayPass = (failure: Failure): boolean =>
  failure.kind === "throttled" ||
  failure.kind === "unreadable" ||
  (failure.kind === "unreachable" && failure.cause !== "tls");
