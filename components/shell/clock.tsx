"use client";
import { type ReactNode, useState } from "react";
import { RenderedAt, setServerClock } from "@/lib/i18n/use-now";

/** Hands the server's clock to everything that tells an age. */
export function Clock({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  // Once, when the page arrives: later renders of the layout may be as old as the browser's cache.
  const [first] = useState(() => {
    if (typeof window !== "undefined") setServerClock(renderedAt, Date.now());
    return renderedAt;
  });
  return <RenderedAt value={first}>{children}</RenderedAt>;
}
