import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, test } from "vitest";
import { catalogs } from "@/lib/i18n/catalog";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { splitSource } from "@/lib/target-files/reading-for-tests";
import { readRows } from "@/lib/target-files/rows/read-rows";
import type { RowSetView } from "@/lib/tasks/draft";
import { ROW_KINDS, type RowKind } from "@/lib/tasks/targets";
import { ChooseRows } from "./choose-rows";
import { GridRow } from "./grid-row";
import { ReadRowsView } from "./read-rows-view";
import { RowsAnnouncement } from "./rows-announcement";
import type { ReadRows } from "./rows-session";
import { StillStoredRows } from "./still-stored-rows";
import { StoredRows } from "./stored-rows";

const quiet = () => {};
const list = { from: "file", name: "new_meters.xlsx", blob: new Blob(["x".repeat(42_000)]) } as const;
const set: RowSetView = {
  ...{ id: "s", kind: "registration", count: 61_000, parts: 3, source: "meters.csv" },
  ...{ savedAt: "2026-10-14T02:14:00Z", sample: ["n1", "n2", "n3", "n4"] },
};
const rows = {
  ...{ open: quiet, choose: quiet, change: quiet, split: quiet, tryAgain: quiet, forget: quiet },
  page: async () => ({ rows: [], total: 0 }),
};

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

async function readState(kind: RowKind, text: string, more: Partial<ReadRows> = {}) {
  const watching = { onBytes: quiet, signal: new AbortController().signal };
  const reading = await readRows(splitSource(new TextEncoder().encode(text), []), kind, {}, watching);
  if (reading.kind === "refusal") throw new Error(reading.reason);
  const { verdict, table } = reading;
  const state: ReadRows = { at: "read", list, verdict, revision: 0, parts: null, saving: { is: "none" }, ...more };
  return { state, table };
}

const view = (locale: Locale, kind: RowKind, state: ReadRows) =>
  render(locale, <ReadRowsView kind={kind} state={state} rows={rows} onPick={quiet} onPaste={quiet} />);

/** One row for every reason that a row of a registration can have. */
const CERTIFICATE = "a".repeat(40);
const EVERY_REASON = [
  "product_id,node_id,device_name,auth_type,secret,fingerprint,secure_access,timeout,gateway_id",
  "p,,,,,,,,",
  `p,${"n".repeat(65)},,,,,,,`,
  "p,n2,,,short,,,,",
  "p,n 3,,,,,,,",
  "p,n\u00a0x4,,,,,,,",
  "p,n\u200b5,,,,,,,",
  "p,ｎ6,,,,,,,",
  "p,nа7,,,,,,,",
  'p,"n\n8",,,,,,,',
  "p,n/9,,,,,,,",
  "p,1.5E+19,,,,,,,",
  "p,=A1,,,,,,,",
  "p,n12,,PSK,,,,,",
  "p,n13,,CERTIFICATES,,abc,,,",
  "p,n14,,,,,maybe,,",
  "p,n15,,,,,,1h,",
  "p,n16,,CERTIFICATES,,,,,",
  `p,n17,,,,${CERTIFICATE},,,`,
  `p,n18,,CERTIFICATES,12345678,${CERTIFICATE},,,`,
  "p,n19,,,,,,,p_n19",
  "p,n20,A,,,,,,",
  "p,n20,B,,,,,,",
  "EXAMPLE-p,n21,,,,,,,",
].join("\n");

describe.each(LOCALES)("in %s", (locale) => {
  test("every reason has a sentence beside its field", async () => {
    const { table } = await readState("registration", EVERY_REASON);
    const page = table.page("rejected", 0, 100, new Set());
    expect(page.total).toBe(22);
    for (const row of page.rows) {
      const html = render(
        locale,
        <table>
          <tbody>
            <GridRow
              row={row}
              columns={["product_id", "node_id", "device_name", "auth_type", "secret", "fingerprint"]}
              reveal
              onChange={quiet}
            />
          </tbody>
        </table>,
      );
      expect(html).toMatch(/aria-invalid|<p/);
    }
    expect(new Set(page.rows.flatMap(({ issues }) => issues.map(({ reason }) => reason))).size).toBe(22);
  });

  test("the counts make the rows, and a split is offered with its sizes", async () => {
    const { state } = await readState("gateways", "device_id,gateway_id\nd1,g\nd1,g\nd 2,g\n\n", { parts: [1, 2] });
    const html = view(locale, "gateways", state);
    expect(html).toContain("1 + 1 + 1 = 3");
    expect(html).toContain(locale === "en" ? "Split into 2 tasks" : "拆分为 2 个任务");
    const parts = Array.from({ length: 11 }, () => 1);
    expect(view(locale, "gateways", { ...state, parts })).not.toContain(locale === "en" ? "Split into" : "拆分为 11");
  });

  test("columns that are missing are asked for by name", async () => {
    const { state } = await readState("registration", "产品ID,设备名称\np,水表\n");
    const html = view(locale, "registration", state);
    expect(html).toContain(locale === "en" ? "Node ID must be chosen" : "需先指定 设备标识码");
    expect(html).not.toContain("trio");
    expect(render(locale, <RowsAnnouncement state={state} />)).toContain(list.name);
  });

  test.each(ROW_KINDS)("the start of %s tells which columns are needed", (kind) => {
    const html = render(
      locale,
      <ChooseRows kind={kind} templateHref="/t.csv" maxRows={30_000} onPick={quiet} onPaste={quiet} />,
    );
    expect(html).toContain("30,000");
  });

  test("rows that the draft has are told, and that they stay", async () => {
    expect(render(locale, <StoredRows rowSet={set} onPick={quiet} onPaste={quiet} />)).toContain("n1, n2, n3");
    const { state } = await readState("update", "device_id\nd\n");
    expect(render(locale, <StillStoredRows state={state} rowSet={set} onKeep={quiet} />)).toContain("61,000");
    const saved = { ...state, saving: { is: "done" as const, set } };
    expect(view(locale, "update", saved)).toContain(locale === "en" ? "for 3 tasks" : "用于 3 个任务");
  });
});

test("of a column with secrets nothing is shown before a person asks", async () => {
  const { state } = await readState("registration", "product_id,node_id,密钥\np,n1,hush-hush-1\np,n2,hush-hush-2\n");
  const html = view("en", "registration", state);
  expect(html).toContain("n1, n2");
  expect(html).toContain("密钥");
  expect(html).not.toContain("hush");
});

test("what a spreadsheet says is shown as text, never as markup", async () => {
  const { table } = await readState("update", "device_id,device_name\n<img src=x>,<b>\n");
  const [row] = table.page("all", 0, 1, new Set()).rows;
  if (row === undefined) throw new Error("no row");
  const html = render(
    "en",
    <table>
      <tbody>
        <GridRow row={row} columns={["device_id", "device_name"]} reveal onChange={quiet} />
      </tbody>
    </table>,
  );
  expect(html).not.toMatch(/<img|<b>/);
});
