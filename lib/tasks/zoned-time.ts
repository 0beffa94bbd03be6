const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A date and time as a clock on the wall of `zone` shows it: `2026-10-15`, `01:00`, an IANA name. */
export type WallTime = { date: string; time: string; zone: string };

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(zone, made);
  return made;
}

/** What the clock of a zone shows at an instant (ms), as if that reading were UTC (ms). */
function readingAt(at: number, zone: string): number {
  const part: { [type: string]: number } = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** How far a zone is ahead of UTC at an instant (ms), in whole minutes. Throws RangeError for an unknown zone. */
const offsetMinutes = (at: number, zone: string): number =>
  Math.round((readingAt(at, zone) - Math.floor(at / 1000) * 1000) / MINUTE);

export function isZone(zone: string): boolean {
  try {
    clockOf(zone);
    return zone !== "";
  } catch {
    return false;
  }
}

function readWall(date: string, time: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const wall = Date.parse(`${date}T${time}:00.000Z`);
  // Some engines roll 30 February over into March: only a date that reads back is a date.
  return Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date ? null : wall;
}

/**
 * The instant (ISO, UTC) that a wall time names. Where clocks were put forward over it, the time is moved on by the
 * gap and `shifted` is true; where they were put back the first of the two is taken and `twice` is true.
 * Null when the date, the time or the zone is not one.
 */
export function toInstant(of: WallTime): { instant: string; shifted: boolean; twice: boolean } | null {
  const wall = readWall(of.date, of.time);
  if (wall === null || !isZone(of.zone)) return null;
  const before = offsetMinutes(wall - DAY, of.zone);
  const after = offsetMinutes(wall + DAY, of.zone);
  const fits = [...new Set([before, after])]
    .map((offset) => ({ offset, at: wall - offset * MINUTE }))
    .filter(({ offset, at }) => offsetMinutes(at, of.zone) === offset)
    .map(({ at }) => at);
  const at = fits.length === 0 ? wall - before * MINUTE : Math.min(...fits);
  return { instant: new Date(at).toISOString(), shifted: fits.length === 0, twice: fits.length > 1 };
}

/** The date and time that a zone's clock shows at an ISO instant. */
export function toWall(instant: string, zone: string): WallTime {
  const reading = new Date(readingAt(Date.parse(instant), zone)).toISOString();
  return { date: reading.slice(0, 10), time: reading.slice(11, 16), zone };
}

/** "UTC+8", "UTC-7", "UTC+5:30", "UTC": how a zone is written beside a time. */
export function offsetLabel(instant: string, zone: string): string {
  const minutes = offsetMinutes(Date.parse(instant), zone);
  if (minutes === 0) return "UTC";
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? "-" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}

/** Every zone that this machine knows with its offset at an instant, from west to east. Costs tens of ms: on demand. */
export function zonesFor(instant: string): readonly { zone: string; offset: string }[] {
  const at = Date.parse(instant);
  const names = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...names]
    .map((zone) => ({ zone, offset: offsetLabel(instant, zone), minutes: offsetMinutes(at, zone) }))
    .toSorted((a, b) => a.minutes - b.minutes || (a.zone < b.zone ? -1 : 1))
    .map(({ zone, offset }) => ({ zone, offset }));
}
