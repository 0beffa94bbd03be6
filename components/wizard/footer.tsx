"use client";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { taskTypes } from "@/lib/task-types/registry";
import { STEPS } from "@/lib/tasks/draft";
import { guardOf, matches, sizeOf } from "./reach";
import { useWizard } from "./use-wizard";

type Props = { typed: string; sending: boolean; blocked: string | null; onContinue: () => void; onSubmit: () => void };

/** Back, and the one button that goes on; on the last step it carries the number and sends. */
export function WizardFooter({ typed, sending, blocked, onContinue, onSubmit }: Props) {
  const t = useTranslations("wizard.footer");
  const { step, open, reach } = useWizard();
  const before = STEPS[STEPS.indexOf(step) - 1];
  const words = useContinueWords();
  const submit = useSubmitWords(sending);
  const guard = useGuardWords(typed);
  return (
    <footer className="wz-f">
      {before !== undefined && (
        <Button
          size="lg"
          icon={<ArrowLeft className="ic" size={16} />}
          blocked={sending ? submit : null}
          onClick={() => open(before)}
        >
          {t("back")}
        </Button>
      )}
      <span className="grow" />
      {step === "review" ? (
        <Button
          variant="primary"
          size="lg"
          busy={sending}
          blocked={sending ? null : (blocked ?? guard)}
          onClick={onSubmit}
        >
          {submit}
        </Button>
      ) : (
        <Button
          variant="primary"
          size="lg"
          blocked={step !== "what" && reach?.count === 0 ? t("nobody") : null}
          onClick={onContinue}
        >
          <span className="row">
            {words}
            <ArrowRight className="ic" size={16} />
          </span>
        </Button>
      )}
    </footer>
  );
}

function useContinueWords(): string {
  const t = useTranslations("wizard.footer");
  const { step, reach } = useWizard();
  if (step === "what") return t("toWho");
  if (step === "when") return t("toReview");
  if (reach === null) return t("toWhen");
  const { of, count } = sizeOf(reach);
  return t(of === "groups" ? "toWhenGroups" : "toWhenDevices", { count });
}

function useSubmitWords(sending: boolean): string {
  const t = useTranslations("wizard.footer");
  const words = useTranslations("wizard.answers");
  const kinds = useTranslations("kinds");
  const { type, reach, values } = useWizard();
  const at = values.schedule.start === "at";
  if (sending) return t(at ? "scheduling" : "sending");
  const { of, count } = reach === null ? { of: "devices" as const, count: null } : sizeOf(reach);
  const size = count === null ? t("someDevices") : words(of, { count });
  return at ? kinds(`${type}.schedule`, { size }) : kinds(`${type}.send`, { size });
}

function useGuardWords(typed: string): string | null {
  const t = useTranslations("wizard.footer");
  const { type, reach, counting } = useWizard();
  if (counting) return t("counting");
  if (reach?.count === 0) return t("nobody");
  const guard = reach === null ? null : guardOf(reach, taskTypes[type].oneWay);
  return guard === null || matches(typed, guard.expected) ? null : t("guard");
}
