import { useTranslations } from "use-intl";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import type { OverviewView } from "@/lib/tasks/view";

/** One sentence: what needs you, what runs, what comes next. */
export function OverviewHeader({ view }: { view: OverviewView }) {
  const words = useTranslations("overview");
  const format = useFormat();
  const nowMs = useNow();
  const now = new Date(nowMs).toISOString();
  const { counts, starting, link } = view;
  const next = starting[0]?.startsAt ?? null;
  const when = (iso: string) =>
    format.day(iso) === format.day(now)
      ? words("at", { time: format.clock(iso) })
      : words("on", { instant: format.instant(iso, now) });
  return (
    <header className="page-h">
      <div>
        <h1 className="sentence">
          {words("needs", { count: counts.attention })}{" "}
          <span className="q">
            {next === null
              ? words("running", { count: counts.running })
              : words("runningAndNext", { count: counts.running, when: when(next) })}
          </span>
        </h1>
        <p className="sub">
          {format.instant(now)}
          {format.locale === "en" ? ". " : "。"}
          {link.lastReadAt === null
            ? words("neverRead")
            : words("read", {
                age: format.relative(new Date(Math.min(Date.parse(link.lastReadAt), nowMs)).toISOString(), nowMs),
              })}
        </p>
      </div>
    </header>
  );
}
