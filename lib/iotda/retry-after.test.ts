import { expect, it } from "vitest";
import { retryAfter } from "./retry-after";

const now = Date.parse("2026-01-09T10:15:00Z");

it.each([
  ["7", 7000],
  ["0", 0],
  ["Fri, 09 Jan 2026 10:15:30 GMT", 30_000],
  ["Fri, 09 Jan 2026 10:00:00 GMT", 0],
  ["soon", null],
  [null, null],
])("reads %s", (header, ms) => {
  expect(retryAfter(header, now)).toBe(ms);
});
