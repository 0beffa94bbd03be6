import { routes } from "@/lib/routes";

const ANYWHERE = "http://console.invalid";

/**
 * Where to go after signing in: the given address when it is a page of this console, else Overview. Everything that a
 * browser could read as another origin (`//host`, `/\host`, a scheme, control characters) is not a page of ours.
 */
export function safeReturnTo(asked: string | null | undefined): string {
  if (typeof asked !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return routes.overview();
  if (!URL.canParse(asked, ANYWHERE)) return routes.overview();
  const url = new URL(asked, ANYWHERE);
  if (url.origin !== ANYWHERE || url.pathname.startsWith("//")) return routes.overview();
  if (url.pathname === routes.signIn() || url.pathname.startsWith("/api/")) return routes.overview();
  return url.pathname + url.search + url.hash;
}
