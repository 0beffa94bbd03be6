import type { Failure } from "@/lib/failure";
import type { ActionView } from "./action";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** What the browser last saw. `startsAt` is an ISO instant; `moving` means that an action or a submission is under way. */
export type Observed = {
  final: boolean;
  moving: boolean;
  startsAt: string | null;
  status: "waiting" | "running" | "unknown";
};

/** Not before this long after an action is an ended task's end believed: a retry takes it back, seconds after its answer. */
const LATELY_MS = 2 * MINUTE;

export const actedLately = (actions: readonly Pick<ActionView, "finishedAt">[], now: number): boolean =>
  actions.some(({ finishedAt }) => finishedAt !== null && now - Date.parse(finishedAt) < LATELY_MS);

/**
 * Milliseconds until the browser asks our server again; `false` means never. Asking never reaches the platform:
 * the worker alone reads it, so this is about freshness on the screen only.
 */
export function pollAfter(
  seen: Observed | undefined,
  failure: Failure | null,
  hidden: boolean,
  now: number,
): number | false {
  if (failure?.kind === "signed-out" || failure?.kind === "forbidden" || failure?.kind === "missing") return false;
  const wanted = failure === null ? whenWell(seen, now) : 10 * SECOND;
  if (wanted === false) return false;
  return hidden ? Math.max(wanted, MINUTE) : wanted;
}

function whenWell(seen: Observed | undefined, now: number): number | false {
  if (seen === undefined) return 2 * SECOND;
  if (seen.moving) return SECOND;
  if (seen.final) return false;
  const dueIn = seen.startsAt === null ? 0 : Date.parse(seen.startsAt) - now;
  if (dueIn > 0) return Math.max(2 * SECOND, Math.min(MINUTE, dueIn));
  return seen.status === "running" ? 2 * SECOND : 5 * SECOND;
}

/** Lists go on for ever while they are looked at: something new can always appear. */
export function pollListAfter(anyMoving: boolean, failure: Failure | null, hidden: boolean): number | false {
  if (failure?.kind === "signed-out" || failure?.kind === "forbidden") return false;
  if (hidden) return MINUTE;
  if (failure !== null) return 10 * SECOND;
  return anyMoving ? 3 * SECOND : 15 * SECOND;
}
