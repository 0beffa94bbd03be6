import { useTranslations } from "use-intl";
import type { RowSetView } from "@/lib/tasks/draft";

/** What is saved, in words: how many rows, and for how many tasks where it is more than one. */
export function useStoredRowsWords(): (set: RowSetView) => string {
  const t = useTranslations("rows.store");
  return ({ count, parts }) => (parts > 1 ? t("doneSplit", { count, parts }) : t("done", { count }));
}
