import { expect, it } from "vitest";
import { fromWireTime, toWireTime } from "./time";

it("writes an instant in UTC without separators or fractions", () => {
  expect(toWireTime("2026-01-10T10:00:00.987+08:00")).toBe("20260110T020000Z");
  expect(toWireTime(0)).toBe("19700101T000000Z");
  expect(() => toWireTime("tomorrow")).toThrow(RangeError);
});

it.each([
  ["20260110T020000Z", "2026-01-10T02:00:00.000Z"],
  ["2026-01-10T02:00:00.123Z", "2026-01-10T02:00:00.123Z"],
  ["20261340T020000Z", null],
  ["2026-01-10", null],
  ["", null],
  [null, null],
])("reads %s", (wire, iso) => {
  expect(fromWireTime(wire)).toBe(iso);
});
