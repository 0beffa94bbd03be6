"use client";
import type { Crash } from "@/components/shell/broken";
import { EmptyState } from "@/components/ui/empty-state";
import { broken as english, tryAgain as tryAgainInEnglish } from "@/lib/i18n/messages/en/common.json";
import { broken as chinese, tryAgain as tryAgainInChinese } from "@/lib/i18n/messages/zh-CN/common.json";

/** Outside of the shell, where no translator is loaded: it brings the few words that it needs. */
export default function ErrorPage({ error, reset }: Crash) {
  const isChinese = typeof document !== "undefined" && document.documentElement.lang === "zh-CN";
  const words = isChinese ? chinese : english;
  return (
    <main id="main" className="alone">
      <EmptyState
        heading="h1"
        title={words.title}
        picture="cut"
        actions={
          <button className="btn btn-pri" type="button" onClick={reset}>
            <span>{isChinese ? tryAgainInChinese : tryAgainInEnglish}</span>
          </button>
        }
      >
        {error.digest === undefined ? words.bodyPlain : words.body.replace("{digest}", error.digest)}
      </EmptyState>
    </main>
  );
}
