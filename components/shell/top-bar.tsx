"use client";
import { Menu } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/button";
import { DataAge } from "@/components/ui/data-age";
import { Status } from "@/components/ui/glyph";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import type { LinkView } from "@/lib/tasks/view";
import { PlatformMark } from "./platform-mark";
import { LINK_GLYPHS, useLink } from "./use-link";

/** The shell on a phone: menu, platform, link with the age of the data, the time and its zone. */
export function TopBar({ spaceId, initial }: { spaceId: string | null; initial: LinkView }) {
  const words = useTranslations("shell");
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  const { link, state } = useLink(spaceId, initial);
  return (
    <header className="mtop">
      <IconButton label={words("menu")} popoverTarget="side">
        <Menu className="ic" size={20} aria-hidden="true" />
      </IconButton>
      <PlatformMark platform={link.platform} />
      <span className="row">
        <Status kind={LINK_GLYPHS[state]} title={words(`link.${state}`)}>
          {words(`linkShort.${state}`)}
        </Status>
        {link.lastReadAt !== null && <DataAge readAt={link.lastReadAt} className="mut" />}
      </span>
      <time className="mut nowrap" dateTime={now}>
        {format.clock(now)} {format.zoneName(now)}
      </time>
    </header>
  );
}
