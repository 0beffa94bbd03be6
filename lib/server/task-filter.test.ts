import { expect, test } from "vitest";
import { subTaskFilter } from "./task-filter";

const filterOf = (query: string) => subTaskFilter(new URLSearchParams(query));

test.each(["0123456789abcdef01234567", "0123456789ABCDEF01234567"])("%s leads to the next page", (after) => {
  expect(filterOf(`after=${after}`)).toEqual({ status: null, deviceId: null, after });
});

test.each(["zzz", "0123456789abcdef0123456", "0123456789abcdef012345678", "../0123456789abcdef01234"])(
  "%s is no page, and the platform is not asked for it",
  (after) => {
    expect(() => filterOf(`after=${after}`)).toThrow("missing");
  },
);
