"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { IntlProvider, useLocale, useTimeZone, useTranslations } from "use-intl";
import type { Catalog } from "./catalog";
import { createFormat, type Format } from "./format";
import type { Locale } from "./locale";

const Given = createContext<Partial<Catalog>>({});

type Props = { locale: Locale; zone: string; messages: Partial<Catalog>; children: ReactNode };

/** Adds words to those given further out; pages use it through `Messages`. */
export function MessagesInBrowser({ locale, zone, messages, children }: Props) {
  const outer = useContext(Given);
  const all = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
  return (
    <Given value={all}>
      <IntlProvider locale={locale} timeZone={zone} messages={all}>
        {children}
      </IntlProvider>
    </Given>
  );
}

/** Instants, spans and numbers in the person's language and zone. */
export function useFormat(): Format {
  const locale = useLocale();
  const zone = useTimeZone() ?? "UTC";
  const words = useTranslations("common");
  return useMemo(() => createFormat(locale, zone, words), [locale, zone, words]);
}
