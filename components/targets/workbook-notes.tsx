import { useTranslations } from "use-intl";
import type { WorkbookFacts } from "@/lib/target-files/verdict";

/** What of a workbook one does not see when looking at it, and what is not there although one sees it. */
export function WorkbookNotes({ workbook }: { workbook: WorkbookFacts | null }) {
  const t = useTranslations("targets.book");
  if (workbook === null || workbook.hiddenRows + workbook.merged === 0) return null;
  return (
    <p className="foot">
      {workbook.hiddenRows > 0 && t("hidden", { count: workbook.hiddenRows })}{" "}
      {workbook.merged > 0 && t("merged", { count: workbook.merged })}
    </p>
  );
}
