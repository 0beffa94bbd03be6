import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, test } from "vitest";
import { catalogs } from "@/lib/i18n/catalog";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { read, readText, splitSource } from "@/lib/target-files/reading-for-tests";
import type { ListVerdict, RefusalReason } from "@/lib/target-files/verdict";
import type { IntakeState, Saving } from "./intake-session";
import type { StoreProblem } from "./put-list";
import { ReadList } from "./read-list";
import { RefusedNotice } from "./refused-notice";
import { SavingLine } from "./saving-line";

const quiet = () => {};
const list = { from: "file", name: "district_7.csv", blob: new Blob(["x".repeat(42_000)]) } as const;

/** Rendered words; a missing word or placeholder fails the test. */
function render(locale: Locale, element: React.ReactNode): string {
  const fail = (error: Error) => {
    throw error;
  };
  return renderToStaticMarkup(
    <IntlProvider locale={locale} timeZone="Asia/Shanghai" messages={catalogs[locale]} onError={fail}>
      {element}
    </IntlProvider>,
  );
}

const shown = (locale: Locale, verdict: ListVerdict, saving: Saving = { is: "none" }) =>
  render(
    locale,
    <ReadList
      state={{ at: "read", list, choice: {}, verdict, saving }}
      onChoice={quiet}
      onTryAgain={quiet}
      onSplit={quiet}
      onPick={quiet}
      onPaste={quiet}
      onDownload={quiet}
      downloadFailed={false}
      kept={verdict.rejected}
    />,
  );

/** One line for every reason there is. */
const EVERY_REASON = [
  ...["A-1", "A-1", "a-1", "WM 2", "\u00a0WM3", "WM\u200b4", "ＷＭ5", "WМ6", '"WM\n7"', "WM/8"],
  ...["x".repeat(129), "1.23457E+15", "=A1"],
].join(",n\n");

describe.each(LOCALES)("in %s", (locale) => {
  test("every reason has a sentence, and the three counts make the lines", async () => {
    const { verdict } = await readText(`${EVERY_REASON},n\n,n\n\n`);
    expect(new Set(verdict.rejections.map(({ reason }) => reason)).size).toBe(11);
    const html = shown(locale, verdict);
    expect(html).toContain("2 + 1 + 11 = 14");
    expect(html).toContain("U+200B");
    expect(html).toContain("41 KB");
  });

  test.each([
    "too-big",
    "nothing",
    "packed",
    "markup",
    "json",
    "many-rows",
    "workbook-old",
    "workbook-encrypted",
    "workbook-damaged",
    "workbook-huge",
    "workbook-unsafe",
    "not-text",
    "encoding",
    "long-line",
    "open-quote",
    "unreadable",
  ] as const)("a file refused as %s is told why", (reason: RefusalReason) => {
    const refusal = { kind: "refusal", reason, values: { limit: 100, line: 2_041, count: 7 } } as const;
    const state: IntakeState = { at: "refused", list, refusal };
    const html = render(locale, <RefusedNotice state={state} onTryAgain={quiet} onPick={quiet} onPaste={quiet} />);
    expect(html).toContain(list.name);
    if (reason === "open-quote") expect(html).toContain("2,041");
  });

  test.each(["signed-out", "offline", "forbidden", "gone", "refused"] as const)(
    "a list not saved because of %s can be tried again",
    (problem: StoreProblem) => {
      const html = render(locale, <SavingLine saving={{ is: "failed", problem }} done={String} onTryAgain={quiet} />);
      expect(html).toContain(locale === "en" ? "Try again" : "重试");
      expect(html.includes("/sign-in")).toBe(problem === "signed-out");
    },
  );

  test("too many IDs are told with their number, and so is a list without any", async () => {
    const many = (count: number) => readText(Array.from({ length: count }, (_, at) => `D-${at}`).join("\n"));
    const split = shown(locale, (await many(75_000)).verdict);
    expect(split).toContain(locale === "en" ? "30,000, 30,000, and 15,000" : "30,000、30,000和15,000");
    expect(split).toContain(locale === "en" ? "Split into 3 tasks" : "拆分为 3 个任务");
    const never = shown(locale, (await many(300_007)).verdict);
    expect(never).toContain(locale === "en" ? "Take out 7" : "请去掉 7 个");
    expect(never).not.toContain(locale === "en" ? "Split into" : "拆分为 ");
    const none = shown(locale, (await readText("A 1\nA 2")).verdict);
    expect(none).toContain(locale === "en" ? "No line can be used" : "没有可用作设备 ID 的行");
  });
});

test("what a file says is shown as text, never as markup", async () => {
  const html = shown("en", (await readText("<img src=x>\nA-1\n<b>bold</b>,{count}")).verdict);
  expect(html).toContain("&lt;img src=x&gt;");
  expect(html).not.toContain("<img");
});

test("only the first rows are laid out, however many are rejected", async () => {
  const { verdict } = await readText(`A-1\n${"A 1\n".repeat(5_000)}`);
  expect(shown("en", verdict).match(/<tr>/g)).toHaveLength(1 + 10);
  const whole = await read(splitSource(new TextEncoder().encode("A 1\n".repeat(5_000)), []));
  expect(whole.kind === "list" && [whole.verdict.rejections.length, whole.rejections.length]).toEqual([1_000, 5_000]);
});
