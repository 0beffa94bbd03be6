import { useTranslations } from "use-intl";
import type { TargetSetView } from "@/lib/tasks/draft";
import type { IntakeState } from "./intake-session";

type Props = { state: IntakeState; targetSet: TargetSetView | null; onKeep: () => void };

/** Says that the draft goes on with an earlier list while the one on the screen is not saved. */
export function StillStored({ state, targetSet, onKeep }: Props) {
  const t = useTranslations("targets.stored");
  if (targetSet === null || !isUnsaved(state)) return null;
  return (
    <p className="foot flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      {t("still", { source: targetSet.source, count: targetSet.count })}
      <button type="button" className="lnk" onClick={onKeep}>
        {t("keep")}
      </button>
    </p>
  );
}

/** A list is on the screen that did not, and by itself will not, take the earlier one's place. */
const isUnsaved = (state: IntakeState): boolean =>
  state.at === "refused" ||
  state.at === "broken" ||
  (state.at === "read" && (state.saving.is === "none" || state.saving.is === "failed"));
