"use client";
import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { lastAttempt } from "@/lib/tasks/last-attempt";
import { MAX_RETRIES, MAX_RETRY_MINUTES } from "@/lib/tasks/schedule";
import { startOf, useZoneFormat } from "./use-answers";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";

const RETRIES = Array.from({ length: MAX_RETRIES }, (_, index) => index + 1);

/** How often a device that failed is tried again, and how late that can become. */
export function RetryFields() {
  const t = useTranslations("wizard.when");
  const { form, values } = useWizard();
  const { retry } = values.schedule;
  const issue = useIssue("schedule.retry.everyMinutes");
  const choose = (count: number) => {
    form.setValue("schedule.retry.on", count > 0, { shouldDirty: true });
    if (count > 0) form.setValue("schedule.retry.count", count);
    else form.resetField("schedule.retry.everyMinutes", { defaultValue: 5 });
  };
  return (
    <Panel title={t("retry")}>
      <div className="wz-fields retry">
        <Field label={t("retries")}>
          {(control) => (
            <Select
              {...control}
              value={retry.on ? retry.count : 0}
              onChange={(event) => choose(Number(event.target.value))}
            >
              <option value={0}>{t("retriesNone")}</option>
              {RETRIES.map((count) => (
                <option key={count} value={count}>
                  {t("retriesOf", { count })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {retry.on && (
          <Field label={t("minutes")} hint={t("minutesHint")} error={issue}>
            {(control) => (
              <TextInput
                {...control}
                {...form.register("schedule.retry.everyMinutes", { valueAsNumber: true })}
                type="number"
                inputMode="numeric"
                min={1}
                max={MAX_RETRY_MINUTES}
                step={1}
                unit={t("minutesUnit")}
              />
            )}
          </Field>
        )}
      </div>
      {issue === undefined && <Attempts />}
    </Panel>
  );
}

/** The last possible try. A task that starts at once has no instant yet, so it is told as a span after sending. */
function Attempts() {
  const t = useTranslations("wizard.when");
  const { schedule, needsConfirm } = useWizard().values;
  const spans = useFormat();
  const inZone = useZoneFormat(schedule.zone);
  const start = startOf(schedule);
  const every = schedule.retry.everyMinutes;
  if (start === null || (schedule.retry.on && !Number.isInteger(every))) return null;
  const last = lastAttempt(start.instant ?? new Date(0).toISOString(), schedule.retry.on ? schedule.retry : null);
  const say = (instant: string): string => {
    if (start.instant !== null) return inZone.instant(instant);
    const ms = Date.parse(instant);
    return ms === 0 ? t("atSending") : t("afterSending", { span: spans.span(ms) });
  };
  return (
    <>
      <dl className="kv last-kv">
        <dt>{t("tries")}</dt>
        <dd>{last.tries}</dd>
        <dt>{t("soonest")}</dt>
        <dd>{say(last.soonest)}</dd>
        <dt>{t("latest")}</dt>
        <dd>{say(last.latest)}</dd>
        <dt>{t("over")}</dt>
        <dd>{say(last.over)}</dd>
      </dl>
      <div className="foot">
        {t("latestHint")}
        {needsConfirm && ` ${t("latestConfirm")}`}
      </div>
    </>
  );
}
