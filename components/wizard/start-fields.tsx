"use client";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Glyph } from "@/components/ui/glyph";
import { TextInput } from "@/components/ui/inputs";
import { Countdown } from "@/components/ui/local-time";
import { useNow } from "@/lib/i18n/use-now";
import { startProblem } from "@/lib/tasks/keeping";
import { MAX_HELD_DAYS } from "@/lib/tasks/schedule";
import { isZone, toInstant, toWall } from "@/lib/tasks/zoned-time";
import { useIssueWords } from "./issue-words";
import { KeeperFields } from "./keeper-fields";
import { useZoneFormat } from "./use-answers";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";
import { ZoneField } from "./zone-field";

const DAY = 24 * 60 * 60 * 1000;

/** Date, time and zone of the start, with what they mean in UTC and how far away that is. */
export function StartFields() {
  const t = useTranslations("wizard.when");
  const { form, values } = useWizard();
  const { zone } = values.schedule;
  const now = useNow();
  const words = useIssueWords();
  const told = useIssue("schedule.date");
  const start = toInstant(values.schedule);
  const problem = start === null ? null : startProblem(start.instant, now);
  const dayAt = (ms: number) => toWall(new Date(ms).toISOString(), isZone(zone) ? zone : "UTC").date;
  // Date and time are one answer: either of them may be the wrong one, so both are looked at again.
  const again = { onChange: () => void form.trigger("schedule.date") };
  return (
    <>
      <div className="start">
        <Field label={t("date")} error={problem === null ? told : words(problem)}>
          {(control) => (
            <TextInput
              {...control}
              {...form.register("schedule.date", again)}
              type="date"
              min={dayAt(now)}
              max={dayAt(now + MAX_HELD_DAYS * DAY)}
            />
          )}
        </Field>
        <Field label={t("time")}>
          {(control) => <TextInput {...control} {...form.register("schedule.time", again)} type="time" step={60} />}
        </Field>
        <ZoneField />
      </div>
      {start !== null && problem === null && <StartFacts {...start} />}
      <KeeperFields />
    </>
  );
}

function StartFacts({ instant, shifted, twice }: { instant: string; shifted: boolean; twice: boolean }) {
  const t = useTranslations("wizard.when");
  const { time, zone } = useWizard().values.schedule;
  const inZone = useZoneFormat(zone);
  const inUtc = useZoneFormat("UTC");
  return (
    <>
      <dl className="kv start-kv" aria-live="polite">
        <dt>{t("starts")}</dt>
        <dd>
          <b>{inZone.instant(instant)}</b>, <Countdown to={instant} />
        </dd>
        <dt>{t("inUtc")}</dt>
        <dd>{inUtc.instant(instant)}</dd>
      </dl>
      {(shifted || twice) && (
        <p className="fact-l" role="status">
          <Glyph kind="partly" />
          <span>{t(shifted ? "shifted" : "twice", { time, instant: inZone.instant(instant) })}</span>
        </p>
      )}
    </>
  );
}
