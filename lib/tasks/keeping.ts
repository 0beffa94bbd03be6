import { type Keeper, MAX_DAYS_AHEAD, MAX_HELD_DAYS } from "./schedule";

const DAY = 24 * 60 * 60_000;

/**
 * Who keeps a start (ISO) that is asked for at `now` (ms). What the platform can not give back, and what lies beyond its
 * 7 days, is kept here, where it can be cancelled. IoTDA reference: CreateBatchTask, task_policy; StopBatchTask.
 */
export function keeperOf({ stoppable }: { stoppable: boolean }, chosen: Keeper, startsAt: string, now: number): Keeper {
  return stoppable && chosen === "platform" && Date.parse(startsAt) - now <= MAX_DAYS_AHEAD * DAY
    ? "platform"
    : "console";
}

/** Why a start (ISO) cannot be asked for at `now` (ms), as a key of the `failures` messages; null when it can. */
export function startProblem(startsAt: string, now: number): "start-past" | "start-far" | null {
  const ahead = Date.parse(startsAt) - now;
  if (ahead <= 0) return "start-past";
  return ahead > MAX_HELD_DAYS * DAY ? "start-far" : null;
}
