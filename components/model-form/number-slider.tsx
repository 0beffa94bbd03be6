"use client";
import { useTranslations } from "use-intl";
import type { ModelField } from "@/lib/product-model/field";
import { sliderSteps } from "./slider-steps";

type Props = { field: ModelField; text: string; onChange: (text: string) => void; onLeave: () => void };

/** Beside the number where its values are few; it shows nothing while the number is none of them. */
export function NumberSlider({ field, text, onChange, onLeave }: Props) {
  const t = useTranslations("model.field");
  const steps = sliderSteps(field);
  if (steps === null) return null;
  const at = steps.indexOf(text);
  return (
    <input
      type="range"
      className="mf-range"
      data-unset={at === -1 ? "" : undefined}
      aria-label={t("slider", { name: field.name })}
      aria-valuetext={at === -1 ? t("notSent") : `${text} ${field.unit}`.trim()}
      min={0}
      max={steps.length - 1}
      step={1}
      value={Math.max(at, 0)}
      onChange={(event) => onChange(steps[Number(event.target.value)] ?? "")}
      onBlur={onLeave}
    />
  );
}
