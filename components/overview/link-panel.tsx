import { useTranslations } from "use-intl";
import { LINK_GLYPHS, linkState } from "@/components/shell/use-link";
import { Status } from "@/components/ui/glyph";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import type { LinkView } from "@/lib/tasks/view";

/** How the line to the platform does. */
export function LinkPanel({ link }: { link: LinkView }) {
  const words = useTranslations("overview.link");
  const shell = useTranslations("shell");
  const common = useTranslations("common");
  const format = useFormat();
  const now = useNow();
  const state = linkState(link);
  const age =
    link.lastReadAt === null
      ? common("notKnown")
      : format.relative(new Date(Math.min(Date.parse(link.lastReadAt), now)).toISOString(), now);
  return (
    <Panel title={words("title")} end={<Status kind={LINK_GLYPHS[state]}>{shell(`linkShort.${state}`)}</Status>}>
      <div className="panel-b">
        <dl className="kv">
          <dt>{words("last")}</dt>
          <dd>{link.tookMs === null ? age : words("took", { age, ms: format.number(link.tookMs) })}</dd>
          <dt>{words("host")}</dt>
          <dd className="mono">{link.platform.host}</dd>
        </dl>
      </div>
    </Panel>
  );
}
