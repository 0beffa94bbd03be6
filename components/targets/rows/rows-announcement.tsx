import { useTranslations } from "use-intl";
import type { RowsState } from "./rows-session";
import { useStoredRowsWords } from "./use-stored-rows-words";

/** Reads out what became of the spreadsheet, once for each step. */
export function RowsAnnouncement({ state }: { state: RowsState }) {
  const t = useTranslations("rows.announce");
  const stored = useStoredRowsWords();
  return (
    <p className="vh" role="status">
      {words()}
    </p>
  );

  function words(): string {
    if (state.at === "start") return "";
    const { name } = state.list;
    if (state.at === "reading") return t("reading", { name });
    if (state.at !== "read") return t("refused", { name });
    const { ready, repeats, rejected, missing } = state.verdict;
    if (missing.length > 0) return t("mapping", { name });
    const saved = state.saving.is === "done" ? ` ${stored(state.saving.set)}` : "";
    return `${t("read", { name, ready, repeats, rejected })}${saved}`;
  }
}
