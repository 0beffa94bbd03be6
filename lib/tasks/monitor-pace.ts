import type { Failure } from "@/lib/failure";

export const FASTEST_MS = 1_500;
export const SLOWEST_MS = 30_000;

/** What one reading of a group of tasks showed. `dueInMs`: until the first of them starts, when none has yet. */
export type Paced = { moved: boolean; failure: Failure | null; dueInMs: number | null };

/**
 * Milliseconds until the platform is asked about these tasks again: quick while numbers move, then half as often each
 * time down to every 30 seconds, never before the platform said, and in time for a start.
 */
export function paceAfter(previousMs: number, { moved, failure, dueInMs }: Paced): number {
  const slower = Math.min(SLOWEST_MS, Math.max(FASTEST_MS, previousMs * 2));
  if (failure !== null) return failure.kind === "throttled" ? Math.max(slower, failure.retryAfterMs) : slower;
  if (moved) return FASTEST_MS;
  return dueInMs === null ? slower : Math.min(slower, Math.max(FASTEST_MS, dueInMs));
}
