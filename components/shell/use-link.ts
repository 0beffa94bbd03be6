"use client";
import { useQuery } from "@tanstack/react-query";
import type { StatusKind } from "@/components/ui/glyph";
import { failureOf } from "@/lib/queries/get-json";
import { linkQuery } from "@/lib/queries/link";
import type { LinkView } from "@/lib/tasks/view";

/** How the line to the platform stands; each word is a key of `shell.link`. */
export type LinkState = "good" | "down" | "refused" | "slowed" | "unread" | "waiting" | "console";

export const LINK_GLYPHS: { readonly [S in LinkState]: StatusKind } = {
  good: "done",
  down: "partly",
  refused: "failed",
  slowed: "waiting",
  unread: "unknown",
  waiting: "unknown",
  console: "partly",
};

/** The link as last read; `console` when our own server gives no answer: then the figures are the last ones. */
export function useLink(spaceId: string | null, initial: LinkView): { link: LinkView; state: LinkState } {
  const { data, error } = useQuery({ ...linkQuery(spaceId ?? ""), initialData: initial });
  return { link: data, state: failureOf(error)?.kind === "unreachable" ? "console" : linkState(data) };
}

export function linkState({ failure, lastReadAt }: LinkView): LinkState {
  if (failure === null) return lastReadAt === null ? "waiting" : "good";
  switch (failure.kind) {
    case "credentials":
    case "refused":
    case "forbidden":
      return "refused";
    case "throttled":
      return "slowed";
    case "unreadable":
      return "unread";
    default:
      return "down";
  }
}
