import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createTranslator } from "use-intl/core";
import { type Catalog, catalogs, type Namespace, pick } from "./catalog";
import { chooseLocale, chooseTheme, chooseZone, type Locale, type Theme } from "./locale";

/** How this person sees the console, from cookies and the browser's languages. */
export type Preferences = { locale: Locale; theme: Theme; zone: string; zoneChosen: boolean };

export const getPreferences = cache(async (): Promise<Preferences> => {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  const zone = jar.get("zone")?.value;
  return {
    locale: chooseLocale(jar.get("locale")?.value, asked.get("accept-language")),
    theme: chooseTheme(jar.get("theme")?.value),
    zone: chooseZone(zone && decodeURIComponent(zone)),
    zoneChosen: zone !== undefined,
  };
});

/** The words of these namespaces in the person's language. */
export async function getMessages(namespaces: readonly Namespace[]): Promise<Partial<Catalog>> {
  const { locale } = await getPreferences();
  return pick(locale, namespaces);
}

/** For server components; client components use `useTranslations` under `Messages`. */
export async function getTranslator<N extends Namespace>(namespace: N) {
  const { locale, zone } = await getPreferences();
  return createTranslator<Catalog, N>({ locale, timeZone: zone, messages: catalogs[locale], namespace });
}
