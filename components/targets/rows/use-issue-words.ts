import { useTranslations } from "use-intl";
import type { CellIssue } from "@/lib/target-files/judge-row";

/** Why a cell can not be used, as a sentence. */
export function useIssueWords(): (issue: CellIssue) => string {
  const t = useTranslations("rows.reasons");
  return ({ reason, values }) => t(reason, { ...values });
}
