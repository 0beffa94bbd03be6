import { useTranslations } from "use-intl";
import { type BarPart, type BarTone, StackedBar } from "@/components/ui/stacked-bar";
import { useFormat } from "@/lib/i18n/client";
import { PROGRESS_PARTS, type Progress, type ProgressPart } from "@/lib/tasks/progress";

export const PART_TONES: { readonly [P in ProgressPart]: BarTone } = {
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
  size?: "s" | "lg";
  pressed?: ProgressPart | null;
  onPart?: (part: ProgressPart) => void;
};

/** A task's counters as one bar that sums to its total; what no counter holds is drawn and named. */
export function TaskBar({ progress, size = "s", pressed = null, onPart }: Props) {
  const words = useTranslations("words");
  const format = useFormat();
  const parts: BarPart[] = PROGRESS_PARTS.map((part) => {
    const value = progress[part] ?? 0;
    const label = `${words(`part.${part}`)} ${format.number(value)}`;
    return { key: part, tone: PART_TONES[part], value, label, pressed: part === pressed };
  });
  const list = parts.filter((part) => part.value > 0).map((part) => part.label);
  const label =
    progress.total === null
      ? words("barLabelUnknown", { parts: list.join(", ") })
      : words("barLabel", { parts: list.join(", "), total: format.number(progress.total) });
  const press = (key: string) => {
    const part = PROGRESS_PARTS.find((name) => name === key);
    if (part !== undefined) onPart?.(part);
  };
  return (
    <StackedBar
      parts={parts}
      total={progress.total}
      gapLabel={(count) => words("gap", { count: format.number(count) })}
      label={label}
      size={size}
      onPart={onPart === undefined ? undefined : press}
    />
  );
}
