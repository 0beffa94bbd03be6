"use client";
import { useTranslations } from "use-intl";
import { StepHeading } from "./step-heading";
import { useWizard } from "./use-wizard";
import { whatFields } from "./what-fields";

/** What the task does: the type's own questions. */
export function WhatStep() {
  const t = useTranslations("wizard.what");
  const { type } = useWizard();
  const Fields = whatFields[type];
  return (
    <>
      <StepHeading words={t("question")} />
      <Fields />
    </>
  );
}
