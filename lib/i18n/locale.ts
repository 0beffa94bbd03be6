export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const known = <T extends string>(list: readonly T[], word: string | undefined): T | undefined =>
  list.find((entry) => entry === word);

/** The person's own choice, else the first language of the browser's list that we speak, else English. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const chosen = known(LOCALES, cookie);
  if (chosen !== undefined) return chosen;
  for (const tag of preferred(acceptLanguage ?? "")) {
    if (/^zh\b/i.test(tag)) return "zh-CN";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "en";
}

export const chooseTheme = (cookie: string | undefined): Theme => known(THEMES, cookie) ?? "system";

/** An IANA zone that this machine knows; anything else counts as not chosen and gives UTC. */
export function chooseZone(cookie: string | undefined): string {
  if (cookie === undefined || cookie === "") return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: cookie }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

function preferred(header: string): string[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}
