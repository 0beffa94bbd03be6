"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { routes } from "@/lib/routes";
import { RetryNotice } from "./retry-notice";
import { useWizard } from "./use-wizard";

/** Why the draft is not saved, where that takes a person: another tab was faster, or the session is over. */
export function SaveNotices() {
  const t = useTranslations("wizard");
  const path = usePathname();
  const search = useSearchParams();
  const { state, loadNewer, autosave } = useWizard().draft;
  const [loading, setLoading] = useState(false);
  const load = async () => {
    setLoading(true);
    await loadNewer().catch(() => undefined);
    setLoading(false);
  };
  if (state.kind === "conflict")
    return (
      <Notice
        tone="attn"
        glyph="partly"
        boxed
        urgent
        title={t("conflict.title")}
        actions={
          <Button busy={loading} onClick={() => void load()}>
            {t("conflict.load")}
          </Button>
        }
      >
        <p>{t("conflict.body")}</p>
      </Notice>
    );
  if (state.kind !== "ended") return null;
  if (state.failure.kind === "signed-out")
    return (
      <Notice
        tone="attn"
        glyph="partly"
        boxed
        urgent
        title={t("ended.signedOut")}
        actions={
          <ButtonLink href={routes.signIn(`${path}?${search}`)} variant="primary">
            {t("ended.signIn")}
          </ButtonLink>
        }
      >
        <p>{t("ended.signedOutBody")}</p>
      </Notice>
    );
  return <RetryNotice failure={state.failure} onRetry={() => void autosave.again()} />;
}
