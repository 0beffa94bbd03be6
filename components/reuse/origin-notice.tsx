"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import { useFormat } from "@/lib/i18n/client";
import { routes } from "@/lib/routes";
import type { DraftOrigin } from "@/lib/tasks/origin";

/** Where a prepared draft came from, which devices it took over, and what could not be. */
export function OriginNotice({ origin }: { origin: DraftOrigin | null }) {
  const words = useTranslations("reuse.origin");
  if (origin === null) return null;
  const { from, id, title, devices, notes, versions } = origin;
  const named = (children: ReactNode) =>
    from === "template" ? <b>{children}</b> : <Link href={routes.task(id)}>{children}</Link>;
  return (
    <Notice boxed tone="info" glyph="scheduled" title={words.rich(`from.${from}`, { title, task: named })}>
      {devices !== null && <Devices devices={devices} />}
      {notes.map((note) => (
        <p key={note}>{words(`note.${note}`)}</p>
      ))}
      {versions.length > 0 && <p>{words("versions", { versions: versions.join(", ") })}</p>}
    </Notice>
  );
}

function Devices({ devices: { count, which } }: { devices: NonNullable<DraftOrigin["devices"]> }) {
  const words = useTranslations("reuse.origin");
  const names = useTranslations("words");
  const format = useFormat();
  const told = { count: format.number(count) };
  if (which === "chosen" || which === "all") return <p>{words(`devices.${which}`, told)}</p>;
  return <p>{words("devices.state", { ...told, state: names(`subTask.${which}`) })}</p>;
}
