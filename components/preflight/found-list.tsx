"use client";
import { useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { foundQuery } from "@/lib/queries/drafts";
import type { FindingKind, Found } from "@/lib/tasks/preflight";

const ROW_PX = 32;

type Props = { draftId: string; of: string; finds: FindingKind; title: string; onClose: () => void };

/** The devices behind a finding, each with what the platform says of it. */
export function FoundList({ draftId, of, finds, title, onClose }: Props) {
  const t = useTranslations("preflight.list");
  const list = useQuery(foundQuery(draftId, of, finds));
  return (
    <Dialog open onOpenChange={onClose} title={title} actions={<Button onClick={onClose}>{t("close")}</Button>}>
      {list.data !== undefined ? (
        <>
          <Rows items={list.data.items} label={title} />
          {list.data.more > 0 && <p className="mut sm">{t("more", { count: list.data.more })}</p>}
        </>
      ) : list.isError ? (
        <p role="alert">{t("failed")}</p>
      ) : (
        <Skeleton rows={4} label={t("loading")} />
      )}
    </Dialog>
  );
}

function Rows({ items, label }: { items: readonly Found[]; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section ref={box} className="frozen pf-list" aria-label={label} tabIndex={0}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li key={index} style={{ transform: `translateY(${start}px)` }}>
            <span className="mono">{items[index]?.id}</span>
            <span className="mut sm">{items[index]?.says}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
