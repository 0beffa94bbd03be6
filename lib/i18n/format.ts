import type { Locale } from "./locale";

/** A translator of the `common` namespace, from `useTranslations("common")` or `getTranslator("common")`. */
export type CommonWords = (
  key:
    | `time.${"instant" | "instantWithYear" | "day" | "dayWithYear" | "clock"}`
    | `span.${SpanKey}`
    | `age.${"past" | "ahead" | "now"}`,
  values?: Record<string, string | number>,
) => string;
type SpanKey = "seconds" | "minutes" | "hours" | "hoursMinutes" | "days" | "daysHours";

/** Everything that turns instants, spans and numbers into words. Instants are ISO strings in UTC, spans milliseconds. */
export type Format = {
  locale: Locale;
  zone: string;
  /** `Thu 15 Oct 01:00 (UTC+8)`; the year stands in it when it differs from the year of `now`. */
  instant(iso: string, now?: string): string;
  /** `01:00`, without zone: only where the zone stands beside it. */
  clock(iso: string): string;
  /** `Thu 15 Oct`. */
  day(iso: string, now?: string): string;
  /** `UTC+8` as it is at that instant. */
  zoneName(iso: string): string;
  /** Both zones with seconds, for hovering: `02:14:07 (UTC+8), 18:14:07 UTC`. */
  exact(iso: string): string;
  /** `1 h 16 min`; never negative, rounded down to the two largest units. */
  span(ms: number): string;
  /** `4 s ago` for what lies behind, `in 1 h 16 min` for what lies ahead. */
  relative(iso: string, nowMs: number): string;
  /** `12,480`. */
  number(value: number): string;
  /** `2.2 %` in English, on one line, `2.2%` in Chinese; `fraction` from 0 to 1. */
  percent(fraction: number): string;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Parts = { year: string; month: string; day: string; weekday: string; time: string; seconds: string };

/** Formats for one person: their language and their zone. */
export function createFormat(locale: Locale, zone: string, words: CommonWords): Format {
  const partsIn = partsReader(locale, zone);
  const partsInUtc = partsReader(locale, "UTC");
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const zoneName = (iso: string) => offsetName(iso, zone);

  const withYear = (iso: string, now: string | undefined) =>
    now !== undefined && partsIn(now).year !== partsIn(iso).year;

  const span = (ms: number): string => {
    const left = Math.max(0, ms);
    const [days, hours] = [Math.floor(left / DAY), Math.floor((left % DAY) / HOUR)];
    const [minutes, seconds] = [Math.floor((left % HOUR) / MINUTE), Math.floor((left % MINUTE) / SECOND)];
    if (days > 0) return hours > 0 ? words("span.daysHours", { days, hours }) : words("span.days", { days });
    if (hours > 0) return minutes > 0 ? words("span.hoursMinutes", { hours, minutes }) : words("span.hours", { hours });
    return minutes > 0 ? words("span.minutes", { minutes }) : words("span.seconds", { seconds });
  };

  return {
    locale,
    zone,
    zoneName,
    span,
    instant: (iso, now) =>
      words(withYear(iso, now) ? "time.instantWithYear" : "time.instant", { ...partsIn(iso), zone: zoneName(iso) }),
    clock: (iso) => words("time.clock", { ...partsIn(iso) }),
    day: (iso, now) => words(withYear(iso, now) ? "time.dayWithYear" : "time.day", { ...partsIn(iso) }),
    exact: (iso) => {
      const [here, utc] = [partsIn(iso), partsInUtc(iso)];
      return zoneName(iso) === "UTC"
        ? `${utc.time}:${utc.seconds} UTC`
        : `${here.time}:${here.seconds} (${zoneName(iso)}), ${utc.time}:${utc.seconds} UTC`;
    },
    relative: (iso, nowMs) => {
      const ahead = Date.parse(iso) - nowMs;
      if (Math.abs(ahead) < SECOND) return words("age.now");
      return words(ahead > 0 ? "age.ahead" : "age.past", { span: span(Math.abs(ahead)) });
    },
    number: (value) => numbers.format(value),
    percent: (fraction) => `${percents.format(fraction * 100)}${locale === "en" ? "\u00a0" : ""}%`,
  };
}

function partsReader(locale: Locale, zone: string): (iso: string) => Parts {
  // "en" writes Sep where "en-GB" writes Sept; the order of the parts is ours anyway.
  const reader = new Intl.DateTimeFormat(locale === "en" ? "en-US" : "zh-CN", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: locale === "en" ? "short" : "numeric",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  return (iso) => {
    const parts = new Map(reader.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
    return {
      year: part("year"),
      month: part("month"),
      day: part("day"),
      weekday: part("weekday"),
      time: `${part("hour")}:${part("minute")}`,
      seconds: part("second"),
    };
  };
}

/** `UTC+8`, `UTC-3:30` or `UTC`, as the zone is at that instant. */
function offsetName(iso: string, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(
    new Date(iso),
  );
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  return name
    .replace(/^GMT/, "UTC")
    .replace("\u2212", "-")
    .replace(/^UTC[+-]0$/, "UTC");
}
