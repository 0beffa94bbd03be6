"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Step } from "@/lib/tasks/draft";
import { StepLink } from "./step-link";
import { useAnswers } from "./use-answers";
import { useWizard } from "./use-wizard";

/** A part of the sentence: what was answered, or a blank to fill; both lead to their step. */
const part = (step: Step, answered: boolean) => (words: ReactNode) => (
  <StepLink to={step} className={answered ? "ed" : "blank"}>
    {words}
  </StepLink>
);

/** The task in one sentence. */
export function Sentence({ className }: { className: string }) {
  const t = useTranslations("wizard");
  const kinds = useTranslations("kinds");
  const { type } = useWizard();
  const { thing, who, when, now, tries } = useAnswers();
  return (
    <p className={className}>
      {kinds.rich(`${type}.sentence`, {
        who: part("who", who !== null),
        what: part("what", thing !== null),
        when: part("when", now || when !== null),
        tries: part("when", true),
        whoWords: who ?? t("blanks.who"),
        whatWords: thing ?? kinds(`${type}.blank`),
        whenWords: now ? t("blanks.now") : (when ?? t("blanks.when")),
        triesWords: tries,
      })}
    </p>
  );
}
