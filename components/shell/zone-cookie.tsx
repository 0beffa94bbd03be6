"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const YEAR_S = 365 * 24 * 3600;

/** Tells the server the browser's time zone, once; the page is drawn again when it was drawn in another. */
export function ZoneCookie({ zone }: { zone: string }) {
  const router = useRouter();
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (here === zone) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers
    document.cookie = `zone=${encodeURIComponent(here)}; path=/; max-age=${YEAR_S}; samesite=lax`;
    router.refresh();
  }, [zone, router]);
  return null;
}
