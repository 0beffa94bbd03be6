import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { MAX_SPLIT_IDS, partSizes } from "@/lib/target-files/parts";
import { MAX_PARTS, MAX_TARGETS } from "@/lib/tasks/targets";

type Props = { ready: number; isTaken: boolean; onSplit: () => void };

/** A list that is longer than one task takes: split only when a person says so, and only as far as it goes. */
export function SplitOffer({ ready, isTaken, onSplit }: Props) {
  const t = useTranslations("targets.over");
  const format = useFormatter();
  const over = ready - MAX_SPLIT_IDS;
  const title = t("title", { ready });
  if (over > 0)
    return (
      <Notice tone="fail" glyph="failed" title={title}>
        <p>{t("tooMany", { parts: MAX_PARTS, limit: MAX_TARGETS, most: MAX_SPLIT_IDS, over })}</p>
      </Notice>
    );
  if (isTaken) return null;
  const sizes = partSizes(ready, MAX_TARGETS);
  const parts = sizes.length;
  return (
    <Notice
      tone="attn"
      glyph="partly"
      title={title}
      actions={<Button onClick={onSplit}>{t("split", { parts })}</Button>}
    >
      <p>{t("body", { limit: MAX_TARGETS })}</p>
      <p>{t("parts", { parts, sizes: format.list(sizes.map((size) => format.number(size))) })}</p>
    </Notice>
  );
}
