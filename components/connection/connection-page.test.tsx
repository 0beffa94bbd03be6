import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { expect, test, vi } from "vitest";
import { type ConnectionFacts, type ConnectionTest, READ_CALLS, WRITE_CALLS } from "@/lib/fleet/connection";
import { catalogs } from "@/lib/i18n/catalog";
import type { Locale } from "@/lib/i18n/locale";
import { ConnectionPage } from "./connection-page";

vi.mock("next/navigation", () => ({ usePathname: () => "/connection", useSearchParams: () => new URLSearchParams() }));

const FACTS: ConnectionFacts = {
  name: "North",
  isSimulator: false,
  host: "iotda.example.com",
  encrypted: true,
  region: "cn-north-4",
  projectId: "0123••••••••cdef",
  instanceId: null,
  signing: { scheme: "derived", rule: "own-host" },
  credentials: { kind: "keys", temporary: true },
  proxy: { host: "proxy.example.com:3128", used: true, exceptions: true },
  privateCa: "unreadable",
  switches: { moduleUpgrades: true, gatewayChanges: false, chineseTaskNames: false },
  limits: {
    tasksAtOnce: 10,
    targets: 30_000,
    fileRows: 30_000,
    fileBytes: 2 * 1024 * 1024,
    files: 10,
    daysAhead: 7,
    actionTargets: 100,
  },
};
const WHY = ["no-space", "nothing-there", "no-answer", "no-time"] as const;
const TEST: ConnectionTest = {
  testedAt: "2026-03-02T08:00:00.000Z",
  by: "ann@example.test",
  space: "North",
  calls: READ_CALLS.map((call, index) => ({
    call,
    outcome:
      index === 0
        ? { of: "answered", tookMs: 1_234 }
        : index === 1
          ? {
              of: "failed",
              tookMs: 5,
              failure: { kind: "refused", status: 403, code: "IOTDA.000022", message: "denied", requestId: "r-1" },
            }
          : { of: "skipped", why: WHY[index % WHY.length] ?? "no-time" },
  })),
  clockAheadMs: 16 * 60_000,
  searches: false,
};

function shown(facts: ConnectionFacts, last: ConnectionTest | null, locale: Locale = "en"): string {
  const problems: unknown[] = [];
  const html = renderToStaticMarkup(
    <IntlProvider locale={locale} timeZone="UTC" messages={catalogs[locale]} onError={(error) => problems.push(error)}>
      <ConnectionPage facts={facts} last={last} test={() => new Promise(() => undefined)} />
    </IntlProvider>,
  );
  expect(problems).toEqual([]);
  return html;
}

test("every call has a line, a failed one with the platform's own words, and writes are named as not tested", () => {
  const html = shown(FACTS, TEST);
  for (const call of [...READ_CALLS, ...WRITE_CALLS]) expect(html).toContain(`>${call}<`);
  for (const words of ["1,234 ms", "IOTDA.000022", "denied", "1 answered, 1 failed, 12 not tried, in North."])
    expect(html).toContain(words);
  expect(html).toContain("The clock of this machine is 16 min ahead");
});

test.each<[string, Partial<ConnectionFacts>]>([
  ["a simulator", { isSimulator: true, encrypted: false, proxy: null, privateCa: "unset", name: null }],
  [
    "a token",
    {
      signing: { scheme: "token", rule: "token" },
      credentials: { kind: "token", iamHost: "iam.test" },
      projectId: null,
    },
  ],
  [
    "a shared host",
    { signing: { scheme: "basic", rule: "shared-host" }, credentials: { kind: "keys", temporary: false } },
  ],
  ["a setting", { signing: { scheme: "basic", rule: "set" }, proxy: { host: "p", used: false, exceptions: false } }],
  ["a proxy without exceptions", { proxy: { host: "p", used: true, exceptions: false }, privateCa: "set" }],
])("%s has words in both languages", (_, more) => {
  for (const locale of ["en", "zh-CN"] as const) {
    shown({ ...FACTS, ...more }, null, locale);
    for (const clockAheadMs of [null, 0, -60_000])
      for (const searches of [true, null])
        shown({ ...FACTS, ...more }, { ...TEST, space: null, clockAheadMs, searches }, locale);
  }
});

test("the clocks agree within two seconds, and are good up to a quarter of an hour", () => {
  const at = (clockAheadMs: number) => shown(FACTS, { ...TEST, clockAheadMs });
  expect(at(2_000)).toContain("The clocks agree.");
  expect(at(2_001)).toContain("2 s ahead");
  expect(at(-900_000)).toContain("Clock good");
  expect(at(-900_001)).toContain("Clock wrong");
});
