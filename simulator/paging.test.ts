import { expect, test } from "vitest";
import { pageOf, pageRequest } from "./paging";

const records = Array.from({ length: 120 }, (_, index) => (index + 1).toString(16).padStart(24, "0"));
const page = (query: Record<string, string | number>, matches?: (id: string) => boolean) =>
  pageOf(records, (id) => id, pageRequest(query), matches);

test("newest first, ten by default, and count is the number of all", () => {
  const { items, page: info } = page({});
  expect(items).toEqual(records.slice(-10).reverse());
  expect(info).toEqual({ count: 120, marker: records[110] });
});

test("a walk by marker reaches every record once", () => {
  const seen: string[] = [];
  let marker: string | undefined = "f".repeat(24);
  while (marker !== undefined) {
    const next = page({ limit: 50, marker });
    seen.push(...next.items);
    marker = typeof next.page.marker === "string" ? next.page.marker : undefined;
  }
  expect(seen).toEqual([...records].reverse());
});

test("the offset is skipped after the marker; upper-case markers are the same", () => {
  const { items } = page({ limit: 2, offset: 3, marker: (records[99] ?? "").toUpperCase() });
  expect(items).toEqual([records[95], records[94]]);
});

test("an empty page has no marker", () => {
  expect(page({ offset: 500 })).toEqual({ items: [], page: { count: 120 } });
});

test("a filter counts its matches on all pages", () => {
  const odd = (id: string) => Number.parseInt(id, 16) % 2 === 1;
  const { items, page: info } = page({ limit: 3, marker: records[10] ?? "" }, odd);
  expect(items).toEqual([records[8], records[6], records[4]]);
  expect(info.count).toBe(60);
});
