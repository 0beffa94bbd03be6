import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import type { ListVerdict } from "@/lib/target-files/verdict";
import { SplitOffer } from "./split-offer";
import { WorkbookNotes } from "./workbook-notes";

type Props = { verdict: ListVerdict; isTaken: boolean; onUndo: () => void; onSplit: () => void };

/** What one has to know about the list as a whole. */
export function ListNotices({ verdict, isTaken, onUndo, onSplit }: Props) {
  const t = useTranslations("targets");
  const { ready, over, twins, fixed } = verdict;
  const [first, second] = twins.examples[0] ?? ["", ""];
  return (
    <>
      {over > 0 && <SplitOffer ready={ready} isTaken={isTaken} onSplit={onSplit} />}
      {ready === 0 && (
        <Notice tone="fail" glyph="failed" title={t("unusable.title")}>
          <p>{t("unusable.body")}</p>
        </Notice>
      )}
      {twins.count > 0 && (
        <Notice tone="info" glyph="same" title={t("twins.title", { count: twins.count })}>
          <p>{t("twins.body", { first, second })}</p>
        </Notice>
      )}
      {fixed > 0 && (
        <p className="foot flex flex-wrap gap-x-3">
          {t("fixed.note", { count: fixed })}
          <button type="button" className="lnk" onClick={onUndo}>
            {t("fixed.undo", { count: fixed })}
          </button>
        </p>
      )}
      <WorkbookNotes workbook={verdict.workbook} />
    </>
  );
}
