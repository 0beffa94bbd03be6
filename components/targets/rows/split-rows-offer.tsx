import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { MAX_PARTS } from "@/lib/tasks/targets";

type Props = { ready: number; parts: readonly number[]; isTaken: boolean; onSplit: () => void };

/** More rows than one file for the platform takes: split only when a person says so, and only as far as it goes. */
export function SplitRowsOffer({ ready, parts, isTaken, onSplit }: Props) {
  const t = useTranslations("rows.over");
  const format = useFormatter();
  const title = t("title", { ready });
  if (parts.length > MAX_PARTS)
    return (
      <Notice tone="fail" glyph="failed" title={title}>
        <p>{t("tooMany", { parts: parts.length, most: MAX_PARTS })}</p>
      </Notice>
    );
  if (isTaken) return null;
  const sizes = format.list(parts.map((size) => format.number(size)));
  return (
    <Notice
      tone="attn"
      glyph="partly"
      title={title}
      actions={<Button onClick={onSplit}>{t("split", { parts: parts.length })}</Button>}
    >
      <p>{t("body", { parts: parts.length, sizes })}</p>
    </Notice>
  );
}
