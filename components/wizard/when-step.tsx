"use client";
import { useTranslations } from "use-intl";
import { RadioCards } from "@/components/ui/choices";
import { taskTypes } from "@/lib/task-types/registry";
import { toWall } from "@/lib/tasks/zoned-time";
import { RetryFields } from "./retry-fields";
import { StartFields } from "./start-fields";
import { StepHeading } from "./step-heading";
import { useWizard } from "./use-wizard";

const DAY = 24 * 60 * 60 * 1000;
const QUIET_HOUR = "02:00";

/** When the task starts, and what happens to a device that fails. */
export function WhenStep() {
  const t = useTranslations("wizard.when");
  const { type, form, values } = useWizard();
  const choices = [
    { value: "now", label: t("now"), hint: t("nowHint") },
    { value: "at", label: t("at"), hint: t("atHint") },
  ] as const;

  const choose = (start: "now" | "at") => {
    form.setValue("schedule.start", start, { shouldDirty: true });
    if (start === "now") return form.clearErrors("schedule.date");
    const { date, time, zone } = form.getValues("schedule");
    const here = zone === "" ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone;
    form.setValue("schedule.zone", here);
    // A night is the plainest proposal; never the past, never a start that nobody chose to have at once.
    if (date === "") form.setValue("schedule.date", toWall(new Date(Date.now() + DAY).toISOString(), here).date);
    if (time === "") form.setValue("schedule.time", QUIET_HOUR);
  };
  return (
    <>
      <StepHeading words={t("question")} />
      <div className="stack">
        <section className="panel wz-fields">
          <RadioCards legend={t("legend")} choices={choices} value={values.schedule.start} onChange={choose} />
          {values.schedule.start === "at" && <StartFields />}
        </section>
        {taskTypes[type].retryable && <RetryFields />}
      </div>
    </>
  );
}
