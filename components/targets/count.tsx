import { useTranslations } from "use-intl";
import { Glyph } from "@/components/ui/glyph";

type Props = { kind: "done" | "same" | "failed"; count: number; words: string };

/** One of the three numbers that make up all lines. */
export function Count({ kind, count, words }: Props) {
  const t = useTranslations("targets.counts");
  // A red mark beside a zero would cry for nothing.
  return (
    <div>
      <Glyph kind={kind === "failed" && count === 0 ? "same" : kind} size={18} />
      <b>{t("number", { count })}</b>
      <span>{words}</span>
    </div>
  );
}
