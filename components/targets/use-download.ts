import { useState } from "react";
import { useTranslations } from "use-intl";
import { rejectedCsv } from "@/lib/target-files/rejected-csv";
import type { Rejection } from "@/lib/target-files/verdict";
import { saveAs } from "./save-as";

type Page = (from: number) => Promise<readonly Rejection[]>;
type Download = { start: (listName: string) => Promise<void>; failed: boolean };

/** Hands the person all rejected rows as a CSV in their language. */
export function useDownload(page: Page): Download {
  const t = useTranslations("targets");
  const [failed, setFailed] = useState(false);

  const start = async (listName: string) => {
    try {
      const blob = await rejectedCsv(page, {
        header: [t("rejected.line"), t("rejected.content"), t("rejected.why"), t("rejected.fix")],
        reason: (row) => t(`reasons.${row.reason}`, { ...row.values }),
      });
      saveAs(blob, t("rejected.downloadName", { name: listName.replace(/\.[^.]*$/, "") }));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return { start, failed };
}
