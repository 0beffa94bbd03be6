import type { ReactNode } from "react";
import { LOCALES, type Locale } from "@/lib/i18n/locale";

const LANGUAGES: { readonly [L in Locale]: string } = { en: "English", "zh-CN": "简体中文" };

/** The nine dots of the mark; the lit ones are the devices that are done. */
const DOTS = [7.4, 13, 18.6].flatMap((cy, row) =>
  [7.4, 13, 18.6].map((cx, column) => ({ cx, cy, isLit: column < row || (row === 2 && column === 1) })),
);

type Props = {
  brand: string;
  locale: Locale;
  chooseLanguage: (form: FormData) => Promise<void>;
  words: { title: string; language: string; lasts: string; forgotten: string; motto: string; mottoMore: string };
  children: ReactNode;
};

/** The sign-in page around its form. It knows nothing of the platform, and everything in it works without JavaScript. */
export function SignInFrame({ brand, locale, chooseLanguage, words, children }: Props) {
  return (
    <main className="sign" id="main">
      <div className="sign-l">
        <div className="sign-top">
          <svg className="logo" width="28" height="28" viewBox="0 0 26 26" fill="none" aria-hidden="true">
            <rect width="26" height="26" rx="7" fill="var(--action)" />
            {DOTS.map(({ cx, cy, isLit }) => (
              <circle key={`${cx} ${cy}`} cx={cx} cy={cy} r="1.9" fill="var(--on-action)" opacity={isLit ? 1 : 0.38} />
            ))}
          </svg>
          <span className="sign-brand">{brand}</span>
          <form action={chooseLanguage}>
            <fieldset className="segc sm">
              <legend className="vh">{words.language}</legend>
              {LOCALES.map((known) => (
                <button
                  key={known}
                  className={known === locale ? "on" : undefined}
                  type="submit"
                  name="locale"
                  value={known}
                  lang={known}
                  aria-pressed={known === locale}
                >
                  {LANGUAGES[known]}
                </button>
              ))}
            </fieldset>
          </form>
        </div>
        <div className="sign-f">
          <h1>{words.title}</h1>
          {children}
          <p className="fld-h">{words.forgotten}</p>
          <p className="fld-h">{words.lasts}</p>
        </div>
      </div>
      <div className="sign-r" data-theme="dark">
        {/* biome-ignore lint/performance/noImgElement: a small drawing of ours; there is nothing to optimise */}
        <img src="/sign-in.svg" alt="" loading="lazy" />
        <p>
          {words.motto}
          <span>{words.mottoMore}</span>
        </p>
      </div>
    </main>
  );
}
