import { clsx } from "clsx";

export type BarTone = "done" | "same" | "run" | "retry" | "fail" | "wait" | "stop" | "gone" | "attn" | "gap";

/** `label` is the part's name with its number: it is the tooltip, and the button's name where parts can be pressed. */
export type BarPart = { key: string; tone: BarTone; value: number; label: string; pressed?: boolean | undefined };

type Props = {
  /** In the order in which they are drawn; parts of 0 are left out. */
  parts: readonly BarPart[];
  /** Null when unknown; then the parts alone make the whole. */
  total: number | null;
  /** Names what is in the total and in no part, so that nothing is hidden. */
  gapLabel: (count: number) => string;
  /** Read in place of the drawing: "Done 8,348, failed 187, of 12,480". */
  label: string;
  size?: "th" | "s" | "md" | "lg" | undefined;
  onPart?: ((key: string) => void) | undefined;
};

/** What is in the total and in none of the parts; 0 when the parts reach or exceed it. */
const barGap = (parts: readonly BarPart[], total: number | null): number =>
  total === null ? 0 : Math.max(0, total - parts.reduce((sum, part) => sum + part.value, 0));

/** Solid: it happened. Hollow: nothing happened. Striped: interrupted, may run again. */
export function StackedBar({ parts, total, gapLabel, label, size = "s", onPart }: Props) {
  const missing = barGap(parts, total);
  const gap: BarPart = { key: "gap", tone: "gap", value: missing, label: gapLabel(missing) };
  const drawn = [...parts, gap].filter((part) => part.value > 0);
  if (onPart === undefined)
    return (
      <div className={clsx("bar", size)} role="img" aria-label={label}>
        {drawn.map((part) => (
          <i
            key={part.key}
            className={`seg seg-${part.tone}`}
            style={{ flex: `${part.value} 0 0` }}
            title={part.label}
          />
        ))}
      </div>
    );
  return (
    <fieldset className={clsx("bar", size)} aria-label={label}>
      {drawn.map((part) => (
        <button
          key={part.key}
          type="button"
          className={`seg seg-${part.tone}`}
          style={{ flex: `${part.value} 0 0` }}
          title={part.label}
          aria-label={part.label}
          aria-pressed={part.pressed ?? false}
          disabled={part.key === "gap"}
          onClick={() => onPart(part.key)}
        />
      ))}
    </fieldset>
  );
}
