"use client";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";

type Props = {
  at: string;
  /** `instant` names day and zone; `clock` only the time, where the zone stands beside it. */
  as?: "instant" | "clock" | "day" | undefined;
};

/** An instant in the person's zone; both zones with seconds on hover. */
export function LocalTime({ at, as = "instant" }: Props) {
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  const text = as === "clock" ? format.clock(at) : as === "day" ? format.day(at, now) : format.instant(at, now);
  return (
    <time dateTime={at} title={format.exact(at)}>
      {text}
    </time>
  );
}

/** How far an instant lies ahead or behind, going on by itself: "in 46 min". */
export function Countdown({ to }: { to: string }) {
  const format = useFormat();
  const now = useNow();
  return <time dateTime={to}>{format.relative(to, now)}</time>;
}
