"use client";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { addressVariables } from "@/components/failure/variables";
import { WhereToSet } from "@/components/failure/where-to-set";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import type { LinkView } from "@/lib/tasks/view";
import { useLink } from "./use-link";

/** Above every page while the line to the platform is down or our credentials are refused; nothing otherwise. */
export function LinkBanner({ spaceId, initial }: { spaceId: string | null; initial: LinkView }) {
  const words = useTranslations("shell");
  const { link, state } = useLink(spaceId, initial);
  if (state !== "console" && link.failure === null) return null;
  return (
    <aside aria-label={words("linkNews")}>
      {state === "console" ? (
        <Notice tone="attn" glyph="partly" title={words("offline.title")}>
          <p>{words("offline.body")}</p>
        </Notice>
      ) : (
        link.failure !== null && <Broken failure={link.failure} lastReadAt={link.lastReadAt} />
      )}
    </aside>
  );
}

function Broken({ failure, lastReadAt }: { failure: Failure; lastReadAt: string | null }) {
  if (failure.kind === "unreachable") return <Unanswered failure={failure} lastReadAt={lastReadAt} />;
  return <FailureNotice failure={failure} banner />;
}

type Unreachable = Extract<Failure, { kind: "unreachable" }>;

function Unanswered({ failure, lastReadAt }: { failure: Unreachable; lastReadAt: string | null }) {
  const words = useTranslations("shell");
  const failures = useTranslations("failures");
  const format = useFormat();
  const now = useNow();
  const title =
    lastReadAt === null
      ? words("stale.never")
      : words("stale.title", { span: format.span(now - Date.parse(lastReadAt)) });
  const body =
    lastReadAt === null
      ? words("stale.neverBody")
      : words("stale.body", { time: format.instant(lastReadAt, new Date(now).toISOString()) });
  return (
    <Notice tone="attn" glyph="partly" title={title}>
      <p>
        {body} {failures(`unreachable.${failure.cause}`, { host: failure.host })}
      </p>
      {/* What answered before is set right. */}
      {lastReadAt === null && <WhereToSet variables={addressVariables[failure.cause]} />}
    </Notice>
  );
}
