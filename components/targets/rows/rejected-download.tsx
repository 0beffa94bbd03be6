import { useState } from "react";
import { useTranslations } from "use-intl";
import { rejectedRowsCsv } from "@/lib/target-files/rows/rejected-rows-csv";
import type { RowsVerdict } from "@/lib/target-files/rows/verdict";
import { saveAs } from "../save-as";
import { useIssueWords } from "./use-issue-words";
import type { RowActions } from "./use-rows";

type Props = { name: string; verdict: RowsVerdict; page: RowActions["page"] };

/** Hands the person all rejected rows as a CSV in their language, to be corrected and given again. */
export function RejectedDownload({ name, verdict, page }: Props) {
  const t = useTranslations("rows.grid");
  const issue = useIssueWords();
  const [failed, setFailed] = useState(false);
  const columns = verdict.mapping.filter((column) => column !== null);

  const start = async () => {
    try {
      const words = { line: t("line"), reason: t("reason"), issue };
      const blob = await rejectedRowsCsv((from, most) => page("rejected", from, most, true), columns, words);
      saveAs(blob, t("downloadName", { name: name.replace(/\.[^.]*$/, "") }));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  if (verdict.rejected === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <button type="button" className="lnk" onClick={() => void start()}>
        {t("download", { count: verdict.rejected })}
      </button>
      {columns.includes("secret") && t("downloadSecrets")}
      {failed && <span role="alert">{t("downloadFailed")}</span>}
    </span>
  );
}
