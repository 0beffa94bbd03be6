import type { Schedule } from "./schedule";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a try waits for an offline device, then for its download and report. IoTDA reference: OTA upgrade. */
const OFFLINE_WAIT_HOURS = 25;
const REPORT_WAIT_HOURS = 24;

/**
 * When the tries of an upgrade can begin and end at the most, as ISO instants. `soonest`: the last try begins then if
 * every try fails at once. `latest` and `over`: it begins and ends by then even for devices that use up both windows
 * in every try. Inferred: the pause between tries counts from the end of a try. Waiting for one of the ten places or
 * for a confirmation comes on top.
 */
export function lastAttempt(startsAt: string, retry: Schedule["retry"]) {
  const start = Date.parse(startsAt);
  const count = retry?.count ?? 0;
  const pause = (retry?.everyMinutes ?? 0) * MINUTE;
  const longest = (OFFLINE_WAIT_HOURS + REPORT_WAIT_HOURS) * HOUR;
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    tries: count + 1,
    soonest: iso(start + count * pause),
    latest: iso(start + count * (longest + pause)),
    over: iso(start + count * (longest + pause) + longest),
  };
}
