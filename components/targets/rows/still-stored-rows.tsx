import { useTranslations } from "use-intl";
import type { RowSetView } from "@/lib/tasks/draft";
import type { RowsState } from "./rows-session";

type Props = { state: RowsState; rowSet: RowSetView | null; onKeep: () => void };

/** Says that the draft goes on with earlier rows while those on the screen are not saved. */
export function StillStoredRows({ state, rowSet, onKeep }: Props) {
  const t = useTranslations("rows.stored");
  if (rowSet === null || !isUnsaved(state)) return null;
  return (
    <p className="foot flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      {t("still", { source: rowSet.source, count: rowSet.count })}
      <button type="button" className="lnk" onClick={onKeep}>
        {t("keep")}
      </button>
    </p>
  );
}

/** Rows are on the screen that did not, and by themselves will not, take the earlier ones' place. */
const isUnsaved = (state: RowsState): boolean =>
  state.at === "refused" ||
  state.at === "broken" ||
  (state.at === "read" && (state.saving.is === "none" || state.saving.is === "failed"));
