import fc from "fast-check";
import { expect, test } from "vitest";
import { filterQuery, parseFilter } from "./filter";
import { TASK_TYPES } from "./task-type";
import { TASK_TABS } from "./view";

const read = (query: string) => {
  const params = new URLSearchParams(query);
  return parseFilter((name) => params.get(name));
};

test("a filter survives its way through the address", () => {
  const filters = fc.record({
    tab: fc.constantFrom(...TASK_TABS),
    type: fc.option(fc.constantFrom(...TASK_TYPES)),
    search: fc.string({ maxLength: 100 }).map((text) => text.trim()),
    page: fc.integer({ min: 1, max: 10_000 }),
  });
  fc.assert(
    fc.property(filters, (filter) => {
      expect(read(filterQuery(filter))).toEqual(filter);
    }),
  );
});

test("nonsense falls back to the plain list", () => {
  expect(read("tab=everything&type=rm&page=-3")).toEqual({ tab: "all", type: null, search: "", page: 1 });
  expect(read("page=1e9").page).toBe(1);
});
