"use client";
import { useTranslations } from "use-intl";
import { type BarPart, type BarTone, StackedBar } from "@/components/ui/stacked-bar";
import { useFormat } from "@/lib/i18n/client";
import { PROGRESS_PARTS, type Progress, type ProgressPart } from "@/lib/tasks/progress";

const TONES: { readonly [P in ProgressPart]: BarTone } = {
  succeeded: "done",
  processing: "run",
  awaitingRetry: "retry",
  failed: "fail",
  stopped: "stop",
  removed: "gone",
  waiting: "wait",
};

type Props = {
  progress: Progress;
  size?: "th" | "s" | "md" | "lg" | undefined;
  /** Which part filters the list below, and what pressing one does. */
  pressed?: ProgressPart | null | undefined;
  onPart?: ((part: ProgressPart) => void) | undefined;
};

/** A task's counters as one bar; what the platform counted nowhere is a part of its own. */
export function ProgressBar({ progress, size, pressed, onPart }: Props) {
  const words = useTranslations("words");
  const format = useFormat();
  const label = (part: ProgressPart | "gap", count: number) =>
    words("partWithCount", { part: words(`part.${part}`), count: format.number(count) });
  const parts = PROGRESS_PARTS.map((part): BarPart & { key: ProgressPart } => {
    const value = progress[part] ?? 0;
    return { key: part, tone: TONES[part], value, label: label(part, value), pressed: part === pressed };
  });
  const spoken = parts
    .filter(({ value }) => value > 0)
    .map((part) => part.label)
    .join(words("listComma"));
  return (
    <StackedBar
      parts={parts}
      total={progress.total}
      size={size}
      gapLabel={(count) => label("gap", count)}
      label={sentence(spoken, progress.total)}
      onPart={
        onPart &&
        ((key) => {
          const part = parts.find((entry) => entry.key === key);
          if (part !== undefined) onPart(part.key);
        })
      }
    />
  );

  function sentence(counts: string, total: number | null): string {
    if (counts === "" && total === null) return words("progressUnknown");
    if (total === null) return words("progressNoTotal", { parts: counts });
    return words("progress", { parts: counts || label("succeeded", 0), total: format.number(total) });
  }
}
