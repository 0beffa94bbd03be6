"use client";
import { Info } from "lucide-react";
import { useTranslations } from "use-intl";
import { TitleField } from "../title-field";
import { useWizard } from "../use-wizard";
import type { WizardKind } from "./kind";
import { hasEffect } from "./words";

/** A type that asks for nothing but its devices: what it does to them, and a title. */
function PlainFields() {
  const kinds = useTranslations("kinds");
  const { type } = useWizard();
  return (
    <section className="panel wz-fields">
      {hasEffect(type) && (
        <p className="fact-l">
          <Info className="ic" size={16} />
          <span>{kinds(`${type}.effect`)}</span>
        </p>
      )}
      <TitleField />
    </section>
  );
}

export const plainKind: WizardKind = {
  paths: ["title"],
  Fields: PlainFields,
  useThing: () => {
    const { title } = useWizard().values;
    return { thing: null, answer: title.trim() === "" ? null : title };
  },
  Facts: () => null,
};
