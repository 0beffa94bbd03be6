"use client";
import { clsx } from "clsx";
import { useTranslations } from "use-intl";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";

/** Figures older than this, of something that still moves, are told apart. */
export const STALE_AFTER_MS = 60_000;

/** How old a figure is, going on by itself: "4 s ago". `readAt` is an ISO instant; null was never read. */
export function DataAge({ readAt, className }: { readAt: string | null; className?: string | undefined }) {
  const words = useTranslations("common");
  const format = useFormat();
  const now = useNow();
  if (readAt === null) return <span className={clsx("age", className)}>{words("notKnown")}</span>;
  const past = Math.min(Date.parse(readAt), now);
  return (
    <time className={clsx("age", className)} dateTime={readAt} title={format.exact(readAt)}>
      {format.relative(new Date(past).toISOString(), now)}
    </time>
  );
}
