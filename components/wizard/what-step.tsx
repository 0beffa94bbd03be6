"use client";
import { useTranslations } from "use-intl";
import { wizardKinds } from "./kinds/kinds";
import { isUpgrade } from "./kinds/words";
import { StepHeading } from "./step-heading";
import { useWizard } from "./use-wizard";

/** What the task does: the type's own questions. */
export function WhatStep() {
  const t = useTranslations("wizard.what");
  const words = useTranslations("words");
  const { type } = useWizard();
  const { Fields } = wizardKinds[type];
  return (
    <>
      <StepHeading words={isUpgrade(type) ? t("question") : words(`type.${type}`)} />
      <Fields />
    </>
  );
}
