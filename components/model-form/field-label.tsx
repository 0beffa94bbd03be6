"use client";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { ModelField } from "@/lib/product-model/field";
import type { FormText } from "@/lib/product-model/values";
import { useFieldHint } from "./field-hint";

export type FieldControlProps = {
  field: ModelField;
  /** Null: not sent. */
  value: FormText | null;
  onChange: (value: FormText | null) => void;
  onLeave: () => void;
  error: string | undefined;
};

/** The model's own name for a value, a mark where it is needed, and what the model says about it. */
export function useFieldLabel(field: ModelField): {
  label: ReactNode;
  aside: string | undefined;
  hint: string | undefined;
} {
  const t = useTranslations("model.field");
  const hint = useFieldHint()(field);
  return {
    label: <span className="mf-name">{field.name}</span>,
    aside: field.required ? t("required") : undefined,
    hint: hint === "" ? undefined : hint,
  };
}
