import { fail, type Result } from "@/lib/failure";

export type Spaced = <T>(run: () => Promise<Result<T>>) => Promise<Result<T>>;

/**
 * Starts calls at least `everyMs` apart, in order. A call that would wait longer than `patienceMs` is answered as
 * throttled instead: better an honest "later" than a page that hangs.
 */
export function createSpacing(
  everyMs: number,
  patienceMs: number,
  { now, sleep }: { now: () => number; sleep: (ms: number) => Promise<void> },
): Spaced {
  let next = Number.NEGATIVE_INFINITY;
  return async (run) => {
    const at = now();
    const wait = Math.max(0, next - at);
    if (wait > patienceMs) return fail({ kind: "throttled", retryAfterMs: wait, requestId: null });
    next = at + wait + everyMs;
    if (wait > 0) await sleep(wait);
    return run();
  };
}
