import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/server/auth/content-security-policy";

/**
 * Runs before every page and every server action: gives the page its nonce and its own address. It lets everybody
 * through: who may see what is decided by the page, action or route itself.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  // biome-ignore lint/style/noProcessEnv: it runs apart from the runtime that reads the environment for everything else
  const { NODE_ENV, PUBLIC_URL } = process.env;
  const publicUrl = PUBLIC_URL !== undefined && URL.canParse(PUBLIC_URL) ? new URL(PUBLIC_URL) : null;
  const policy = contentSecurityPolicy(nonce, { isDevelopment: NODE_ENV === "development" });
  const asked = new Headers(request.headers);
  asked.set("x-nonce", nonce);
  asked.set("x-asked", request.nextUrl.pathname + request.nextUrl.search);
  asked.set("content-security-policy", policy);
  // Next takes an action only when its Origin is the host asked for, which a reverse proxy may have replaced.
  if (publicUrl !== null && request.headers.get("origin") === publicUrl.origin)
    asked.set("x-forwarded-host", publicUrl.host);
  const response = NextResponse.next({ request: { headers: asked } });
  response.headers.set("content-security-policy", policy);
  // Only where browsers are known to reach us over https: it would lock them out of plain http for a year.
  if (publicUrl?.protocol === "https:") response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

// A body over 10 MB would be cut short on its way through here, so /api stays outside, and files that load nothing.
export const config = {
  matcher: "/((?!api/|_next/static/|_next/image|templates/|sign-in\\.svg$).*)",
};
