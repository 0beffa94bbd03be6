import { describe, expect, it } from "vitest";
import { pagingQuery, toPage } from "./page";

describe("pagingQuery", () => {
  it("always says how many, because the platform's own default is 10", () => {
    expect(pagingQuery({})).toEqual([["limit", "50"]]);
    expect(pagingQuery({ marker: "ff", limit: 5, offset: 0 })).toEqual([
      ["limit", "5"],
      ["marker", "ff"],
      ["offset", "0"],
    ]);
  });

  it.each([{ limit: 0 }, { limit: 51 }, { limit: 1.5 }, { offset: -1 }, { offset: 501 }])("throws for %j", (paging) => {
    expect(() => pagingQuery(paging)).toThrow(RangeError);
  });
});

describe("toPage", () => {
  const page = (count: number | null, marker: string | null) => ({ page: { count, marker }, items: [1, 2] });
  const double = (n: number) => n * 2;

  it("goes on after a full page", () => {
    expect(toPage(page(9, "m2"), { limit: 2 }, double)).toEqual({ items: [2, 4], total: 9, next: "m2" });
  });

  it("ends after a page that was not full, has no marker, or did not move on", () => {
    expect(toPage(page(2, "m2"), { limit: 3 }, double).next).toBeNull();
    expect(toPage(page(9, null), { limit: 2 }, double).next).toBeNull();
    expect(toPage(page(9, ""), { limit: 2 }, double).next).toBeNull();
    expect(toPage(page(9, "m2"), { limit: 2, marker: "m2" }, double).next).toBeNull();
    expect(toPage({ page: null, items: [] }, {}, double)).toEqual({ items: [], total: null, next: null });
  });
});
