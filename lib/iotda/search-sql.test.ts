import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEVICE_FILTERS, type DeviceFilter, deviceFilterIssues } from "@/lib/fleet/device-filter";
import { searchPage, searchWhere } from "./search-sql";

/** Reads the conditions as a database would: quoted texts first, then what lies between them. */
function read(where: string): { field: string; sign: string; value: string }[] {
  const condition = /([a-z_]+) (=|!=|like) '([^']*)'(?: and |$)/y;
  const found = [];
  while (condition.lastIndex < where.length) {
    const [, field = "", sign = "", value = ""] = condition.exec(where) ?? [];
    if (field === "") throw new Error(`Not a condition: ${where}`);
    found.push({ field, sign, value });
  }
  return found;
}

describe("searchWhere", () => {
  it("says every condition, and begins with at least four letters only", () => {
    expect(searchWhere({ product: "p", name: "泵站一号", node: "abc" }, "s")).toBe(
      "app_id = 's' and product_id = 'p' and device_name like '泵站一号%' and node_id = 'abc'",
    );
    expect(searchWhere({ name: "pump (4)" }, "s")).toBe("app_id = 's' and device_name = 'pump (4)'");
    expect(searchWhere({ tag: "site", tagValue: "north", software: "1.0" }, "s")).toBe(
      "app_id = 's' and tag_key = 'site' and tag_value = 'north' and sw_version = '1.0'",
    );
    expect(searchWhere({ gateway: "g", status: "OFFLINE" }, "s")).toBe(
      "status = 'OFFLINE' and gateway_id = 'g' and device_id != 'g'",
    );
    expect(searchWhere({ group: "aa", firmware: "1" }, "s")).toBe("fw_version = '1' and group_id = 'aa'");
  });

  it("keeps whatever a person types inside its quotes", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.stringMatching(/^[A-Za-z0-9_'" =;%()\\-]{0,40}$/),
      fc.constantFrom("' or '1'='1", "a' and group_id = 'b", "x\\", "x' --", "ONLINE", "1' limit 50, 50"),
    );
    const filters = fc.dictionary(fc.constantFrom(...DEVICE_FILTERS), text, { maxKeys: 4 });
    fc.assert(
      fc.property(filters, (typed) => {
        const filter: DeviceFilter = typed;
        if (deviceFilterIssues(filter).length > 0) {
          expect(() => searchWhere(filter, "s")).toThrow(TypeError);
          return;
        }
        const values = read(searchWhere(filter, "s")).map(({ sign, value }) =>
          sign === "like" ? value.slice(0, -1) : value,
        );
        expect(values.length).toBeLessThanOrEqual(4);
        const typedIn = Object.values(filter);
        expect(values.filter((value) => value !== "s").toSorted()).toEqual(
          [...typedIn, ...(filter.gateway === undefined ? [] : [filter.gateway])]
            .filter((value) => value !== "s")
            .toSorted(),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("takes no space that is not one", () => {
    expect(() => searchWhere({}, "s' or '1")).toThrow(TypeError);
  });
});

describe("searchPage", () => {
  it("orders by marker and goes on after one", () => {
    expect(searchPage("app_id = 's'", null, 50)).toBe(
      "select * from device where app_id = 's' order by marker desc limit 50",
    );
    expect(searchPage("app_id = 's'", "ab12", 50)).toContain("where app_id = 's' and marker < 'ab12' order by");
    expect(() => searchPage("app_id = 's'", "a' or '", 50)).toThrow(TypeError);
  });
});
