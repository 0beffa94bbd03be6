"use client";
import { Hourglass, Server } from "lucide-react";
import { useTranslations } from "use-intl";
import { RadioCards } from "@/components/ui/choices";
import { useNow } from "@/lib/i18n/use-now";
import { taskTypes } from "@/lib/task-types/registry";
import { keeperOf } from "@/lib/tasks/keeping";
import type { Keeper } from "@/lib/tasks/schedule";
import { toInstant } from "@/lib/tasks/zoned-time";
import { useWizard } from "./use-wizard";

/** Who keeps the chosen start; null while none is named. */
export function useKeeper(): Keeper | null {
  const { type, values } = useWizard();
  const now = useNow();
  const start = values.schedule.start === "at" ? toInstant(values.schedule) : null;
  return start === null ? null : keeperOf(taskTypes[type], values.schedule.keeper, start.instant, now);
}

/** Who keeps the start until its hour: a choice where the platform can give it back, else told with its reason. */
export function KeeperFields() {
  const t = useTranslations("wizard.keeper");
  const { type, form, values } = useWizard();
  const keeper = useKeeper();
  const { stoppable } = taskTypes[type];
  const chosen = values.schedule.keeper;
  const forced = stoppable && keeper === "console" && chosen === "platform";
  const Icon = keeper === "platform" ? Server : Hourglass;
  return (
    <>
      {stoppable && !forced && (
        <RadioCards
          legend={t("legend")}
          choices={[
            { value: "platform", label: t("platform"), hint: t("platformHint") },
            { value: "console", label: t("console"), hint: t("consoleHint") },
          ]}
          value={chosen}
          onChange={(by) => form.setValue("schedule.keeper", by, { shouldDirty: true })}
        />
      )}
      {(!stoppable || forced) && (
        <p className="fact-l">
          <Icon className="ic" size={16} />
          <span>
            {t(forced ? "far" : "noRecall")} {t("consoleHint")}
          </span>
        </p>
      )}
    </>
  );
}
