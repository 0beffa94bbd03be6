import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { expect, test, vi } from "vitest";
import type { CredentialsCause, Failure } from "@/lib/failure";
import { catalogs } from "@/lib/i18n/catalog";
import type { Locale } from "@/lib/i18n/locale";
import { FailureNotice } from "./failure-notice";
import { credentialVariables } from "./variables";

vi.mock("next/navigation", () => ({
  usePathname: () => "/tasks/new/firmwareUpgrade",
  useSearchParams: () => new URLSearchParams("draft=abc"),
}));

const ANSWER = {
  status: 401,
  code: "APIGW.0301",
  message: "Incorrect IAM authentication information",
  requestId: "r-1",
};
const CAUSES = Object.keys(credentialVariables) as CredentialsCause[];

const EVERY_KIND: readonly Failure[] = [
  { kind: "invalid", issues: [{ path: "title", message: "title-missing" }] },
  { kind: "signed-out" },
  { kind: "forbidden" },
  { kind: "missing", what: "task" },
  { kind: "refused", ...ANSWER },
  ...CAUSES.map((cause) => ({ kind: "credentials" as const, cause, ...ANSWER })),
  { kind: "throttled", retryAfterMs: 2_000, requestId: null },
  ...(["dns", "refused", "timeout", "tls", "cut", "5xx"] as const).map((cause) => ({
    kind: "unreachable" as const,
    host: "iotda.example",
    cause,
  })),
  { kind: "unreadable", operation: "ListBatchTasks", requestId: "r-2" },
  { kind: "uncertain", operation: "CreateBatchTask" },
];

function told(failure: Failure, locale: Locale = "en"): string {
  const problems: unknown[] = [];
  const html = renderToStaticMarkup(
    <IntlProvider locale={locale} timeZone="UTC" messages={catalogs[locale]} onError={(error) => problems.push(error)}>
      <FailureNotice failure={failure} />
    </IntlProvider>,
  );
  expect(problems).toEqual([]);
  return html;
}

test.each(EVERY_KIND)("$kind $cause has words in both languages", (failure) => {
  expect(told(failure)).toMatch(/<b>[A-Z][^<]{5,}<\/b>/);
  expect(told(failure, "zh-CN")).toMatch(/<b>[^<]*[\u4e00-\u9fa5]{3,}[^<]*<\/b>/);
});

test("what the platform said can be quoted, with its request id", () => {
  const html = told({ kind: "refused", ...ANSWER });
  for (const quote of ["Incorrect IAM authentication information", "APIGW.0301", "401", "r-1"])
    expect(html).toContain(quote);
  expect(told({ kind: "refused", ...ANSWER, message: "" })).toContain("The platform gave none.");
});

test("refused credentials name the variables to look at, and where they are explained", () => {
  const html = told({ kind: "credentials", cause: "keys", ...ANSWER });
  for (const word of ["HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "docs/connecting.md"]) expect(html).toContain(word);
  expect(told({ kind: "credentials", cause: "project", ...ANSWER })).toContain("HUAWEICLOUD_SDK_PROJECT_ID");
  expect(told({ kind: "credentials", cause: "signing", ...ANSWER })).toContain("IOTDA_REGION");
});

test("signing in again leads back to the very draft", () => {
  const back = encodeURIComponent("/tasks/new/firmwareUpgrade?draft=abc");
  expect(told({ kind: "signed-out" })).toContain(`/sign-in?returnTo=${back}`);
});

test("an issue that nobody wrote words for names its place instead of showing a key", () => {
  const html = told({ kind: "invalid", issues: [{ path: "schedule.date", message: "no-such-key" }] });
  expect(html).toContain("schedule.date");
  expect(html).not.toContain("no-such-key");
});
