import type { ReactNode } from "react";
import { getTranslator } from "@/lib/i18n/server";
import type { DraftRow } from "@/lib/tasks/view";
import { type DiscardDraft, DraftLine } from "./draft-line";

type Props = {
  drafts: readonly DraftRow[];
  discard: DiscardDraft;
  /** What else there is to start from. */
  children?: ReactNode;
};

/** Drafts of this resource space that somebody has worked on, the latest first. */
export async function DraftList({ drafts, discard, children }: Props) {
  const t = await getTranslator("gallery");
  return (
    <section className="panel" aria-labelledby="carry-on">
      <div className="panel-h">
        <h2 id="carry-on">{t("drafts.title")}</h2>
      </div>
      {drafts.map((draft) => (
        <DraftLine key={draft.id} draft={draft} discard={discard} />
      ))}
      {children}
    </section>
  );
}
