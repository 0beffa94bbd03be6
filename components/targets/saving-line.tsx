import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Status } from "@/components/ui/glyph";
import { Notice } from "@/components/ui/notice";
import { routes } from "@/lib/routes";
import { partSizes } from "@/lib/target-files/parts";
import { MAX_TARGETS } from "@/lib/tasks/targets";
import type { Saving } from "./intake-session";

/** Whether the list is saved with the draft. */
export function SavingLine({ saving, onTryAgain }: { saving: Saving; onTryAgain: () => void }) {
  const t = useTranslations("targets.store");
  const done = (count: number) => {
    const parts = partSizes(count, MAX_TARGETS).length;
    return parts > 1 ? t("doneSplit", { count, parts }) : t("done", { count });
  };
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
        <Status kind="done">{done(saving.set.count)}</Status>
      )}
    </p>
  );
}
