"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Step } from "@/lib/tasks/draft";
import { lastAttempt } from "@/lib/tasks/last-attempt";
import { platformName } from "@/lib/tasks/name";
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

type RowProps = { name: string; children: ReactNode; note?: string | undefined; cap?: boolean };

/** One fact. `cap`: words of ours that begin with a small letter elsewhere. */
function Row({ name, children, note, cap = false }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={cap ? "cap" : undefined}>
        {children}
        {note !== undefined && <span className="mut"> {note}</span>}
      </dd>
    </div>
  );
}

export function ReviewWhat() {
  const t = useTranslations("wizard.review");
  const { chosen, values, spaceName, chineseNames } = useWizard();
  const { thing } = useAnswers();
  const none = useTranslations("common")("none");
  // The ending is drawn when the task is sent; a blank in its place keeps the shown stem as long as it will be.
  const stem = platformName(values.title, "_".repeat(8), chineseNames).replace(/_+$/, "_");
  const options = [
    values.needsConfirm && t("optionConfirm"),
    values.gatewayMode && t("optionGateway"),
    values.extInfo.trim() !== "" && t("optionExt"),
  ].filter((option) => option !== false);
  return (
    <Facts step="what">
      <Row name={t("title")}>{values.title === "" ? none : values.title}</Row>
      <Row name={t("package")} cap>
        {thing ?? none}
      </Row>
      {chosen !== null && (
        <>
          <Row name={t("product")}>{chosen.productName}</Row>
          <Row name={t("from")}>
            {chosen.sourceVersions.length === 0 ? t("fromAny") : chosen.sourceVersions.join(", ")}
          </Row>
        </>
      )}
      <Row name={t("taskName")} note={t("taskNameHint")}>
        <span className="mono">{stem}</span>
      </Row>
      <Row name={t("space")}>{spaceName}</Row>
      {options.length > 0 && <Row name={t("options")}>{options.join(", ")}</Row>}
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
        <Row name={t("devices")} cap>
          {common("none")}
        </Row>
      )}
      {reach !== null && (
        <Row name={t("devices")} cap note={reach.by === "groups" && reach.atMost ? t("shared") : undefined}>
          {reach.count === null
            ? common("notKnown")
            : words(reach.by === "groups" && reach.atMost ? "atMost" : "devices", { count: reach.count })}
        </Row>
      )}
      {reach?.by === "devices" && <Row name={t("source")}>{reach.source}</Row>}
      {reach?.by === "groups" && (
        <Row name={t("groups")}>
          {reach.names.length === reach.chosen ? reach.names.join(", ") : words("groups", { count: reach.chosen })}
        </Row>
      )}
    </Facts>
  );
}

export function ReviewWhen() {
  const t = useTranslations("wizard.review");
  const when = useTranslations("wizard.when");
  const { values } = useWizard();
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
      <Row name={t("start")}>{now ? when("now") : (starts ?? none)}</Row>
      {instant !== null && <Row name={t("utc")}>{inUtc.instant(instant)}</Row>}
      <Row name={t("tries")} cap>
        {tries}
      </Row>
      {schedule.retry.on && <Row name={t("between")}>{format.span(schedule.retry.everyMinutes * 60_000)}</Row>}
      {start !== null && schedule.retry.on && <Row name={when("latest")}>{say(last.latest)}</Row>}
      {start !== null && <Row name={when("over")}>{say(last.over)}</Row>}
    </Facts>
  );
}
