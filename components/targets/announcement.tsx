import { useTranslations } from "use-intl";
import type { IntakeState } from "./intake-session";

/** Reads out what became of the list, once for each step. */
export function Announcement({ state }: { state: IntakeState }) {
  const t = useTranslations("targets");
  return (
    <p className="vh" role="status">
      {words()}
    </p>
  );

  function words(): string {
    if (state.at === "start") return "";
    const { name } = state.list;
    if (state.at === "reading") return t("announce.reading", { name });
    if (state.at !== "read") return t("announce.refused", { name });
    const { ready, repeats, rejected } = state.verdict;
    const saved = state.saving.is === "done" ? ` ${t("store.done", { count: state.saving.set.count })}` : "";
    return `${t("announce.read", { name, ready, repeats, rejected })}${saved}`;
  }
}
