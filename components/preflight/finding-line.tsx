"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Glyph } from "@/components/ui/glyph";
import { useFormat } from "@/lib/i18n/client";
import type { Finding, PreflightView } from "@/lib/tasks/preflight";
import { glyphOf } from "./lines";

const FoundList = dynamic(() => import("./found-list").then((file) => file.FoundList));
const FixList = dynamic(() => import("./fix-list").then((file) => file.FixList));

type Props = {
  draftId: string;
  view: PreflightView;
  finding: Finding;
  busy: boolean;
  onLeave: () => void;
};

/** One thing that was found: how many, what it means for this type, who they are, and how to go on without them. */
export function FindingLine({ draftId, view, finding, busy, onLeave }: Props) {
  const t = useTranslations("preflight");
  const format = useFormat();
  const [open, setOpen] = useState<"list" | "fix" | null>(null);
  const { finds, means, count, checked } = finding;
  const { total, productName } = view;
  const what = finds === "otherProduct" && productName ? t("notOf", { product: productName }) : t(`found.${finds}`);
  const blocked = view.notRemovable ?? (total === count ? "all" : null);
  const close = () => setOpen(null);
  return (
    <li className="pf-r">
      <Glyph kind={glyphOf(finding)} />
      <b className="num">{format.number(count)}</b>
      <div>
        <b>{what}</b>
        {checked !== total && (
          <span className="mut sm"> {total === null ? t("of", { checked }) : t("percentOf", { checked, total })}</span>
        )}
        <span className="pf-m">{t(`means.${means}`)}</span>
      </div>
      <div className="pf-b">
        <Button size="sm" variant="quiet" aria-label={t("showOf", { what })} onClick={() => setOpen("list")}>
          {t("show")}
        </Button>
        <Button
          size="sm"
          busy={busy}
          blocked={blocked === null ? null : t(`blocked.${blocked}`)}
          onClick={() => (view.by === "groups" ? setOpen("fix") : onLeave())}
        >
          {t("leave", { count })}
        </Button>
      </div>
      {open === "list" && <FoundList draftId={draftId} of={view.key} finds={finds} title={what} onClose={close} />}
      {open === "fix" && total !== null && (
        <FixList count={count} left={total - count} onFix={onLeave} onClose={close} />
      )}
    </li>
  );
}
