"use client";
import { clsx } from "clsx";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { DataAge } from "@/components/ui/data-age";
import { Status } from "@/components/ui/glyph";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import { routes } from "@/lib/routes";
import type { LinkView } from "@/lib/tasks/view";
import { LINK_GLYPHS, useLink } from "./use-link";

/** On every screen: can the platform be reached and how old is what it said, places in use, the time and its zone. */
export function TrustBlock({ spaceId, initial }: { spaceId: string | null; initial: LinkView }) {
  const words = useTranslations("shell");
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  const { link, state } = useLink(spaceId, initial);
  const places =
    link.running === null
      ? words("placesUnknown")
      : words("places", { used: format.number(link.running), capacity: link.capacity });
  return (
    <section className="trust" aria-label={words("health")}>
      <Link className="trust-r" href={routes.connection()} prefetch={false}>
        <Status kind={LINK_GLYPHS[state]} title={words(`link.${state}`)}>
          {words(`link.${state}`)}
        </Status>
        {link.lastReadAt !== null && <DataAge readAt={link.lastReadAt} className="mut rail-off" />}
      </Link>
      <div className="trust-r rail-off">
        <Places used={link.running} capacity={link.capacity} />
        <span className="mut">{places}</span>
      </div>
      <div className="trust-r rail-off">
        <time className="clock" dateTime={now}>
          {format.day(now)} {format.clock(now)}
        </time>
        <span className="mut">{format.zoneName(now)}</span>
      </div>
    </section>
  );
}

function Places({ used, capacity }: { used: number | null; capacity: number }) {
  return (
    <span className="mini-slots" aria-hidden="true">
      {Array.from({ length: capacity }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity
        <i key={place} className={clsx(used !== null && place < used && "on-run")} />
      ))}
    </span>
  );
}
