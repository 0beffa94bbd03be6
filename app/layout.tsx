import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ZoneCookie } from "@/components/shell/zone-cookie";
import { getPreferences, getTranslator } from "@/lib/i18n/server";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslator("common");
  return { title: { default: words("brand"), template: `%s · ${words("brand")}` }, robots: { index: false } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

/** Runs before the first paint, so that a dark desk never flashes white; goes on with the system at dusk. */
const FOLLOW_SYSTEM_THEME = `{const q=matchMedia("(prefers-color-scheme: dark)"),f=()=>{document.documentElement.dataset.theme=q.matches?"dark":"light"};f();q.addEventListener("change",f)}`;

/** Bare on purpose: what stands here is loaded by the sign-in page too. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the headers makes every page dynamic: a page built ahead would carry no nonce.
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const { locale, theme, zone } = await getPreferences();
  return (
    <html lang={locale} data-theme={theme === "system" ? "light" : theme} suppressHydrationWarning>
      <body>
        {theme === "system" && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file, admitted by its nonce
          <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: FOLLOW_SYSTEM_THEME }} />
        )}
        {children}
        <ZoneCookie zone={zone} />
      </body>
    </html>
  );
}
