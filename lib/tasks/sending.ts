import type { Failure, Result } from "@/lib/failure";
import type { Schedule } from "./schedule";
import { nextLookAt } from "./settling";

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** What becomes of a submission after an attempt. Instants are epoch milliseconds. */
export type AfterAttempt =
  | { state: "sent"; platformId: string }
  | { state: "refused"; failure: Failure }
  | { state: "uncertain"; failure: Failure; nextLookAt: number }
  | { state: "sending"; failure: Failure; nextTryAt: number };

/** Doubles from a second to a minute, never shorter than the platform asked for, with up to a quarter on top. */
export function pauseMs(attempt: number, askedMs: number, random: number): number {
  const doubled = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempt - 1));
  return Math.round(Math.max(doubled, askedMs) * (1 + random / 4));
}

/**
 * Only an attempt that surely did nothing (`unreachable`, `throttled`) is made again by itself. An answer that nobody
 * could read may stand for a created task, so it is uncertain like silence.
 */
export function afterAttempt(
  result: Result<{ id: string }>,
  { attempt, now, random }: { attempt: number; now: number; random: number },
): AfterAttempt {
  if (result.ok) return { state: "sent", platformId: result.value.id };
  const { failure } = result;
  switch (failure.kind) {
    case "unreachable":
      return { state: "sending", failure, nextTryAt: now + pauseMs(attempt, 0, random) };
    case "throttled":
      return { state: "sending", failure, nextTryAt: now + pauseMs(attempt, failure.retryAfterMs, random) };
    case "uncertain":
    case "unreadable":
      return { state: "uncertain", failure, nextLookAt: nextLookAt(now, now) ?? now };
    case "refused":
    case "credentials":
    case "missing":
    case "invalid":
    case "signed-out":
    case "forbidden":
      return { state: "refused", failure };
  }
}

/** Why a request must not go out any more, though it could when it was submitted; null when it may. */
export function tooLate({ startsAt }: Pick<Schedule, "startsAt">, now: number): Failure | null {
  if (startsAt === null || Date.parse(startsAt) > now) return null;
  return { kind: "invalid", issues: [{ path: "schedule.date", message: "start-past" }] };
}
