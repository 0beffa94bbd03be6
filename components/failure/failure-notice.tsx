"use client";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { StatusKind } from "@/components/ui/glyph";
import { Notice } from "@/components/ui/notice";
import type { Failure } from "@/lib/failure";
import { useFormat } from "@/lib/i18n/client";
import { routes } from "@/lib/routes";
import { Issues } from "./issues";
import { PlatformSaid } from "./platform-said";
import { addressVariables, credentialVariables } from "./variables";
import { WhereToSet } from "./where-to-set";

type Props = {
  failure: Failure;
  /** "Try again" where trying again is safe; left out where the page asks by itself. */
  actions?: ReactNode;
  /** Across the page, as a banner, instead of boxed. */
  banner?: boolean | undefined;
  /** It is the answer to what the person just did, so it is read out at once. */
  urgent?: boolean | undefined;
};

/** Any failure in plain words: what happened, why, what to do, and the platform's own words to quote. */
export function FailureNotice({ failure, actions, banner = false, urgent = false }: Props) {
  const { tone, glyph, title, body, more, cure } = useFailureWords(failure);
  return (
    <Notice tone={tone} glyph={glyph} title={title} actions={actions ?? cure} boxed={!banner} urgent={urgent}>
      {body !== undefined && <p>{body}</p>}
      {more}
    </Notice>
  );
}

type Told = {
  tone: "attn" | "fail" | "info";
  glyph: StatusKind;
  title: string;
  body?: string;
  more?: ReactNode;
  cure?: ReactNode;
};

function useFailureWords(failure: Failure): Told {
  const words = useTranslations("failures");
  const format = useFormat();
  const query = useSearchParams().toString();
  const here = usePathname() + (query === "" ? "" : `?${query}`);
  switch (failure.kind) {
    case "invalid":
      return {
        tone: "attn",
        glyph: "partly",
        title: words("invalid.title"),
        body: words("invalid.body"),
        more: <Issues issues={failure.issues} />,
      };
    case "signed-out":
      return {
        tone: "attn",
        glyph: "gate",
        title: words("signedOut.title"),
        body: words("signedOut.body"),
        // A whole new page: nothing of the ended session stays in the browser's memory.
        cure: (
          <a className="btn btn-pri" href={routes.signIn(here)}>
            <span>{words("signedOut.action")}</span>
          </a>
        ),
      };
    case "forbidden":
      return { tone: "info", glyph: "removed", title: words("forbidden.title"), body: words("forbidden.body") };
    case "missing":
      return { tone: "info", glyph: "removed", title: words("missing.title"), body: words("missing.body") };
    case "refused":
      return {
        tone: "fail",
        glyph: "failed",
        title: words("refused.title"),
        body: words("refused.body"),
        more: <PlatformSaid {...failure} />,
      };
    case "credentials":
      return {
        tone: "fail",
        glyph: "failed",
        title: words("credentials.title"),
        body: words(`credentials.${failure.cause}`),
        more: (
          <>
            <WhereToSet variables={credentialVariables[failure.cause]} />
            <PlatformSaid {...failure} />
          </>
        ),
      };
    case "throttled":
      return {
        tone: "info",
        glyph: "waiting",
        title: words("throttled.title"),
        body: words("throttled.body", { span: format.span(failure.retryAfterMs) }),
      };
    case "unreachable":
      return {
        tone: "attn",
        glyph: "partly",
        title: words("unreachable.title"),
        body: words(`unreachable.${failure.cause}`, { host: failure.host }),
        more: <WhereToSet variables={addressVariables[failure.cause]} />,
      };
    case "unreadable":
      return {
        tone: "attn",
        glyph: "unknown",
        title: words("unreadable.title"),
        body: words("unreadable.body"),
        more: <PlatformSaid requestId={failure.requestId} />,
      };
    case "uncertain":
      return { tone: "attn", glyph: "unknown", title: words("uncertain.title"), body: words("uncertain.body") };
  }
}
