"use client";
import { useLocale, useTranslations } from "use-intl";
import { useFormat } from "@/lib/i18n/client";
import type { Format } from "@/lib/i18n/format";
import { createFormat } from "@/lib/i18n/format";
import { isZone, toInstant } from "@/lib/tasks/zoned-time";
import { wizardKinds } from "./kinds/kinds";
import type { Reach } from "./reach";
import { useWizard } from "./use-wizard";
import type { WizardValues } from "./values";

/** Formats in the zone that was chosen for the start, not in the person's own. */
export function useZoneFormat(zone: string): Format {
  const locale = useLocale();
  const words = useTranslations("common");
  return createFormat(locale, isZone(zone) ? zone : "UTC", words);
}

/** The chosen start; null instant means at once, null means that it names no time. */
export function startOf(schedule: WizardValues["schedule"]): { instant: string | null } | null {
  return schedule.start === "now" ? { instant: null } : toInstant(schedule);
}

function useReachWords(): (reach: Reach) => string {
  const t = useTranslations("wizard.answers");
  return (reach) => {
    if (reach.by !== "groups")
      return t("fromList", { devices: t("devices", { count: reach.count }), source: reach.source });
    const [name] = reach.names;
    const one = reach.chosen === 1 && name !== undefined;
    if (reach.count === null) return one ? t("allInGroup", { group: name }) : t("allInGroups", { count: reach.chosen });
    const devices = t(reach.atMost ? "atMost" : "devices", { count: reach.count });
    return one ? t("inGroup", { devices, group: name }) : t("inGroups", { devices, count: reach.chosen });
  };
}

/** What was answered at each step, in words; null where nothing was. */
export function useAnswers() {
  const { type, values, reach } = useWizard();
  const t = useTranslations("wizard");
  const reachWords = useReachWords();
  const format = useFormat();
  const { schedule } = values;
  const inZone = useZoneFormat(schedule.zone);
  const start = startOf(schedule);
  const { thing, answer } = wizardKinds[type].useThing();
  return {
    thing,
    what: answer,
    who: reach === null ? null : reachWords(reach),
    when: start?.instant ? inZone.instant(start.instant) : null,
    now: schedule.start === "now",
    tries: t("answers.tries", { tries: schedule.retry.on ? schedule.retry.count + 1 : 1 }),
    format,
    inZone,
  };
}
