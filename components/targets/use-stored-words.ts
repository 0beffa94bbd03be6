import { useTranslations } from "use-intl";
import { partSizes } from "@/lib/target-files/parts";
import type { TargetSetView } from "@/lib/tasks/draft";
import { MAX_TARGETS } from "@/lib/tasks/targets";

/** What is saved, in words: how many device IDs, and for how many tasks where it is more than one. */
export function useStoredWords(): (set: TargetSetView) => string {
  const t = useTranslations("targets.store");
  return ({ count }) => {
    const parts = partSizes(count, MAX_TARGETS).length;
    return parts > 1 ? t("doneSplit", { count, parts }) : t("done", { count });
  };
}
