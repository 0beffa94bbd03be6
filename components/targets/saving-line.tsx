import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Status } from "@/components/ui/glyph";
import { Notice } from "@/components/ui/notice";
import { routes } from "@/lib/routes";
import type { Saving } from "./intake-session";

/** Whether what was read is saved with the draft; `done` says what is. */
export function SavingLine<Set>({
  saving,
  done,
  onTryAgain,
}: {
  saving: Saving<Set>;
  done: (set: Set) => string;
  onTryAgain: () => void;
}) {
  const t = useTranslations("targets.store");
  if (saving.is === "none") return null;
  if (saving.is === "failed")
    return (
      <Notice
        tone="attn"
        glyph="partly"
        title={t("failed")}
        urgent
        actions={
          <>
            {saving.problem === "signed-out" && (
              <a className="btn btn-quiet" href={routes.signIn()} target="_blank" rel="noopener">
                <span>{t("signIn")}</span>
              </a>
            )}
            <Button onClick={onTryAgain}>{t("again")}</Button>
          </>
        }
      >
        <p>{t(`problems.${saving.problem}`)}</p>
      </Notice>
    );
  return (
    <p className="foot">
      {saving.is === "busy" ? (
        <Status kind="running">{t("busy")}</Status>
      ) : (
        <Status kind="done">{done(saving.set)}</Status>
      )}
    </p>
  );
}
