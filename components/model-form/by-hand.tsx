"use client";
import { useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/choices";

type Props = { legend: string; free: boolean; onChange: (free: boolean) => void };

/** From the product's model, or written by hand where no model fits. */
export function ByHand({ legend, free, onChange }: Props) {
  const t = useTranslations("model.byHand");
  return (
    <Segmented
      small
      legend={legend}
      value={free ? "free" : "model"}
      onChange={(chosen) => onChange(chosen === "free")}
      choices={[
        { value: "model", label: t("model") },
        { value: "free", label: t("free") },
      ]}
    />
  );
}
