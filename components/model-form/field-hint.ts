"use client";
import { useTranslations } from "use-intl";
import type { ModelField } from "@/lib/product-model/field";

/** The bounds of 32 and 64 bits, which hold where a model names none: nobody needs to read them. */
const BITS = /^-?(?:214748364[78]|922337203685477580[78])$/;
const said = (limit: string | null): string | null => (limit === null || BITS.test(limit) ? null : limit);

/** What the model says about a field, for below its control: what it is for, and what it may be. */
export function useFieldHint(): (field: ModelField) => string {
  const t = useTranslations("model.hint");
  return ({ kind, type, description, step, stepFrom, maxLength, unit, choices, ...field }) => {
    const [min, max] = [said(field.min), said(field.max)];
    const parts = [description];
    const range = { min: min ?? "", max: max ?? "", unit };
    if (kind === "integer" || kind === "decimal") {
      if (choices.length === 0 && min !== null && max !== null) parts.push(t("range", range));
      else if (choices.length === 0 && min !== null) parts.push(t("least", range));
      else if (choices.length === 0 && max !== null) parts.push(t("most", range));
      if (step !== null && step !== "1") parts.push(t("step", { step, from: stepFrom }));
      if (kind === "integer" && choices.length === 0 && step === null) parts.push(t("whole"));
    }
    if (kind === "list") parts.push(maxLength === null ? t("list") : t("listLong", { max: maxLength }));
    if (kind === "object") parts.push(t("object"));
    if (kind === "json") parts.push(t("unknown", { type: type === "" ? "-" : type }));
    return parts
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .join(" · ");
  };
}
