"use client";
import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import { STEPS, type Step } from "@/lib/tasks/draft";
import { firstOpenStep, issuesOf } from "./issues";
import { StepLink } from "./step-link";
import { useAnswers } from "./use-answers";
import { useWizard } from "./use-wizard";

/** The steps with what was answered there. One may go back to any, and on to the first that is still open. */
export function WizardSteps() {
  const t = useTranslations("wizard");
  const { type, step, values } = useWizard();
  const answers = useAnswers();
  const open = STEPS.indexOf(firstOpenStep(issuesOf(type, values, Date.now())));
  const current = STEPS.indexOf(step);
  const answerOf: { readonly [S in Step]: string | null } = {
    what: answers.what,
    who: answers.who,
    when: answers.when ?? (answers.now && current >= STEPS.indexOf("when") ? t("answers.now") : null),
    review: t(step === "review" ? "answers.reading" : "answers.review"),
  };
  return (
    <nav aria-label={t("steps.label")}>
      <ol className="steps">
        {STEPS.map((item, index) => {
          const past = index < current && index < open;
          const body = (
            <>
              <span className="step-n" aria-hidden="true">
                {past ? <Check className="ic" size={14} /> : index + 1}
              </span>
              <span className="step-t">
                <b>{t(`steps.${item}`)}</b>
                <span>{answerOf[item] ?? t("answers.none")}</span>
              </span>
            </>
          );
          return (
            <li key={item} aria-current={item === step ? "step" : undefined}>
              {item === step || index > Math.max(open, current) ? (
                <span className={item === step ? "step on" : "step"}>{body}</span>
              ) : (
                <StepLink to={item} className={past ? "step past" : "step"}>
                  {body}
                </StepLink>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
