"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { taskTypes } from "@/lib/task-types/registry";
import type { Step } from "@/lib/tasks/draft";
import { lastAttempt } from "@/lib/tasks/last-attempt";
import { platformName } from "@/lib/tasks/name";
import { FactRow } from "./fact-row";
import { useKeeper } from "./keeper-fields";
import { wizardKinds } from "./kinds/kinds";
import { StepLink } from "./step-link";
import { startOf, useAnswers, useZoneFormat } from "./use-answers";
import { useWizard } from "./use-wizard";

function Facts({ step, children }: { step: Exclude<Step, "review">; children: ReactNode }) {
  const t = useTranslations("wizard");
  return (
    <section aria-label={t(`steps.${step}`)}>
      <h3>
        {t(`steps.${step}`)}
        <StepLink to={step} className="lnk sm">
          {t("review.change")}
          <span className="vh"> {t(`steps.${step}`)}</span>
        </StepLink>
      </h3>
      <dl>{children}</dl>
    </section>
  );
}

export function ReviewWhat() {
  const t = useTranslations("wizard.review");
  const { type, values, spaceName, chineseNames } = useWizard();
  const { Facts: OwnFacts } = wizardKinds[type];
  const none = useTranslations("common")("none");
  // The ending is drawn when the task is sent; a blank in its place keeps the shown stem as long as it will be.
  const stem = platformName(values.title, "_".repeat(8), chineseNames).replace(/_+$/, "_");
  return (
    <Facts step="what">
      <FactRow name={t("title")}>{values.title === "" ? none : values.title}</FactRow>
      <OwnFacts />
      <FactRow name={t("taskName")} note={t("taskNameHint")}>
        <span className="mono">{stem}</span>
      </FactRow>
      <FactRow name={t("space")}>{spaceName}</FactRow>
    </Facts>
  );
}

export function ReviewWho() {
  const t = useTranslations("wizard.review");
  const words = useTranslations("wizard.answers");
  const common = useTranslations("common");
  const { reach } = useWizard();
  return (
    <Facts step="who">
      {reach === null && (
        <FactRow name={t("devices")} cap>
          {common("none")}
        </FactRow>
      )}
      {reach !== null && (
        <FactRow name={t("devices")} cap note={reach.by === "groups" && reach.atMost ? t("shared") : undefined}>
          {reach.count === null
            ? common("notKnown")
            : words(reach.by === "groups" && reach.atMost ? "atMost" : "devices", { count: reach.count })}
        </FactRow>
      )}
      {reach !== null && reach.by !== "groups" && <FactRow name={t("source")}>{reach.source}</FactRow>}
      {reach !== null && reach.by !== "groups" && reach.parts > 1 && (
        <FactRow name={t("parts")}>{t("partsOf", { count: reach.parts })}</FactRow>
      )}
      {reach?.by === "groups" && (
        <FactRow name={t("groups")}>
          {reach.names.length === reach.chosen ? reach.names.join(", ") : words("groups", { count: reach.chosen })}
        </FactRow>
      )}
    </Facts>
  );
}

export function ReviewWhen() {
  const t = useTranslations("wizard.review");
  const when = useTranslations("wizard.when");
  const { type, values } = useWizard();
  const { retryable } = taskTypes[type];
  const keeper = useKeeper();
  const { schedule } = values;
  const { now, when: starts, tries, format } = useAnswers();
  const inUtc = useZoneFormat("UTC");
  const inZone = useZoneFormat(schedule.zone);
  const start = startOf(schedule);
  const none = useTranslations("common")("none");
  const instant = start?.instant ?? null;
  const last = lastAttempt(instant ?? new Date(0).toISOString(), schedule.retry.on ? schedule.retry : null);
  const say = (at: string) =>
    instant === null ? when("afterSending", { span: format.span(Date.parse(at)) }) : inZone.instant(at);
  return (
    <Facts step="when">
      <FactRow name={t("start")}>{now ? when("now") : (starts ?? none)}</FactRow>
      {instant !== null && <FactRow name={t("utc")}>{inUtc.instant(instant)}</FactRow>}
      {keeper !== null && <FactRow name={t("keeper")}>{t(`kept.${keeper}`)}</FactRow>}
      {retryable && (
        <FactRow name={t("tries")} cap>
          {tries}
        </FactRow>
      )}
      {retryable && schedule.retry.on && (
        <FactRow name={t("between")}>{format.span(schedule.retry.everyMinutes * 60_000)}</FactRow>
      )}
      {retryable && start !== null && schedule.retry.on && <FactRow name={when("latest")}>{say(last.latest)}</FactRow>}
      {retryable && start !== null && <FactRow name={when("over")}>{say(last.over)}</FactRow>}
    </Facts>
  );
}
