"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import type { Result } from "@/lib/failure";
import { routes } from "@/lib/routes";
import { STEPS } from "@/lib/tasks/draft";
import type { DraftRow } from "@/lib/tasks/view";

export type DiscardDraft = (input: { id: string }) => Promise<Result<null>>;

/** One draft: go on with it, or discard it after a second press. */
export function DraftLine({ draft, discard }: { draft: DraftRow; discard: DiscardDraft }) {
  const t = useTranslations("gallery.drafts");
  const words = useTranslations("words");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const kind = words(`type.${draft.type}`);
  const title = draft.title === "" ? t("untitled", { kind }) : draft.title;
  const href = routes.wizard(draft.type, draft.id);
  const step = STEPS.findIndex((name) => name === draft.step) + 1;

  const throwAway = async () => {
    setBusy(true);
    const result = await discard({ id: draft.id }).catch(() => null);
    setBusy(false);
    setAsking(false);
    setFailed(result === null || !result.ok);
    if (result?.ok) router.refresh();
  };
  return (
    <div className="resume">
      <div>
        <Link className="t1" href={href} prefetch={false}>
          {title}
        </Link>
        <span className="t2" role={failed ? "alert" : undefined}>
          {failed ? t("failed") : t.rich("line", { kind, step, time: () => <LocalTime at={draft.savedAt} /> })}
        </span>
      </div>
      {asking ? (
        <div className="acts">
          <Button size="sm" variant="quiet" onClick={() => setAsking(false)}>
            {t("keep")}
          </Button>
          <Button size="sm" variant="danger" busy={busy} onClick={() => void throwAway()} autoFocus>
            {t("sure")}
          </Button>
        </div>
      ) : (
        <div className="acts">
          <Button size="sm" variant="quiet" aria-label={t("discardThis", { title })} onClick={() => setAsking(true)}>
            {t("discard")}
          </Button>
          <ButtonLink size="sm" href={href} prefetch={false} aria-label={t("continueThis", { title })}>
            {t("continue")}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
