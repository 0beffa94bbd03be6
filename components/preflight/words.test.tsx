import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, test } from "vitest";
import { catalogs } from "@/lib/i18n/catalog";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { preflightQuery } from "@/lib/queries/drafts";
import { checksOf } from "@/lib/task-types/checks";
import type { PreflightView } from "@/lib/tasks/preflight";
import { PreflightFindings, PreflightPanel } from "./preflight-panel";

const blank: PreflightView = {
  key: "k",
  state: "done",
  progress: 1,
  by: "devices",
  total: 10,
  productName: "Pump",
  findings: [],
  troubles: [],
  notRemovable: null,
};

/** Rendered words; a missing word or placeholder fails the test. */
function shown(locale: Locale, view: Partial<PreflightView> | null, Part = PreflightPanel): string {
  const fail = (error: Error) => {
    throw error;
  };
  const queries = new QueryClient();
  if (view !== null) queries.setQueryData(preflightQuery("d", "s").queryKey, { ...blank, ...view });
  return renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <IntlProvider locale={locale} timeZone="Asia/Shanghai" messages={catalogs[locale]} onError={fail}>
        <Part draftId="d" subject="s" saved={false} onLeftOut={() => () => undefined} />
      </IntlProvider>
    </QueryClientProvider>,
  );
}

describe.each(LOCALES)("in %s", (locale) => {
  test("every check of every type has its words: found, not found, found among some, and not known", () => {
    for (const by of ["groups", "devices", "rows"] as const)
      for (const checks of Object.values(checksOf))
        for (const [count, checked] of [
          [3, 10],
          [3, 7],
          [0, 10],
          [0, 7],
          [0, 0],
        ] as const) {
          const findings = checks.map((check) => ({ ...check, count, checked }));
          expect(shown(locale, { by, findings })).not.toBe("");
          expect(shown(locale, { by, findings, total: null, state: "skipped" }, PreflightFindings)).not.toBe("");
        }
  });

  test("the platform's failure is told with its code", () => {
    const failure = { kind: "refused", status: 500, code: "IOTDA.000001", message: "away", requestId: null } as const;
    const html = shown(locale, { troubles: [{ operation: "ListDevices", failure }] });
    expect(html).toContain("IOTDA.000001");
    expect(html).toContain("ListDevices");
    const cut = { kind: "unreachable", host: "h", cause: "cut" } as const;
    expect(shown(locale, { troubles: [{ operation: "ShowDevice", failure: cut }] })).toContain("ShowDevice");
    const ours = { operation: "console", failure: { kind: "missing", what: "rows" } } as const;
    expect(shown(locale, { troubles: [ours] })).not.toContain("console");
  });

  test("nothing is told before anything is known", () => {
    expect(shown(locale, null)).toContain('role="status"');
  });
});

const frozen = { finds: "frozen", means: "cannotConnect" } as const;

test("a number that speaks of a part says so", () => {
  const html = shown("en", { total: 30_000, findings: [{ ...frozen, count: 12, checked: 2_000 }] });
  expect(html).toContain("of 2,000 checked, out of 30,000");
  expect(html).toContain("Leave out 12");
  expect(shown("en", { total: 30_000, findings: [{ ...frozen, count: 0, checked: 2_000 }] })).toContain(
    "The 2,000 devices that were checked are not frozen",
  );
  expect(shown("en", { total: 30_000, findings: [{ ...frozen, count: 0, checked: 0 }] })).toContain("Not known");
});

test("what is still running can be skipped, and nobody can be left out meanwhile, nor everybody ever", () => {
  const findings = [{ ...frozen, count: 12, checked: 20 }];
  const running = shown("en", { state: "running", progress: 0.34, total: 30, findings, notRemovable: "running" });
  expect(running).toContain("Skip the check");
  expect(running).toContain("34");
  expect(running).toContain("The check is still running");
  expect(shown("en", { total: 12, findings: [{ ...frozen, count: 12, checked: 12 }] })).toContain(
    "Nobody would be left",
  );
  expect(shown("en", { total: 13, findings: [{ ...frozen, count: 12, checked: 13 }] })).not.toContain("Nobody");
});
