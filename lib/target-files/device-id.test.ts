import fc from "fast-check";
import { expect, test } from "vitest";
import { DEVICE_ID } from "@/lib/tasks/targets";
import { judgeDeviceId } from "./device-id";

test.each([["WM210-07-041866"], ["  WM210-07-041866\t"], ["a"], ["-_-"], ["12E45"], ["x".repeat(128)]])(
  "%j is a device ID",
  (cell) => {
    expect(judgeDeviceId(cell)).toBe(cell.trim());
  },
);

test.each([
  ["WM210-07 041866", "space", null],
  ["\u00a0WM1", "blank", "WM1"],
  ["WM1\u3000", "blank", "WM1"],
  ["WM\u00a01", "blank", null],
  ["WM\u200b1", "invisible", "WM1"],
  ["\ufeffWM1", "invisible", "WM1"],
  ["WM\u00ad1", "invisible", "WM1"],
  [`${"x".repeat(128)}\u200b`, "invisible", "x".repeat(128)],
  ["\u200b", "invisible", null],
  ["ＷＭ１－２", "full-width", "WM1-2"],
  ["WM1，WM2", "full-width", null],
  ["WМ1", "look-alike", "WM1"],
  ["WM1–2", "look-alike", "WM1-2"],
  ["WM\n1", "line-break", null],
  ["WM/1", "character", null],
  ["水表1", "character", null],
  ["🚀", "character", null],
  ["'861234567890123", "character", "861234567890123"],
  ["x".repeat(129), "long", null],
  ["é".repeat(600), "long", null],
  ["", "empty", null],
  ["1.23457E+15", "excel-number", null],
  ["8,61234E+14", "excel-number", null],
  ["9E+5", "excel-number", null],
  ["=A1&B1", "formula", null],
  ["@SUM(A1)", "formula", null],
  ['="861234567890123"', "formula", "861234567890123"],
])("%j is rejected as %s, with the fix %j", (cell, reason, fix) => {
  expect(judgeDeviceId(cell)).toMatchObject({ reason, fix });
});

test("the first character that does not belong is named with its code", () => {
  expect(judgeDeviceId("WМ/1")).toMatchObject({ values: { character: "М", code: "U+041C", meant: "M" } });
  expect(judgeDeviceId("a🚀/")).toMatchObject({ values: { character: "🚀", code: "U+1F680" } });
  expect(judgeDeviceId("x".repeat(134))).toMatchObject({ values: { length: 134, limit: 128 } });
});

test("whatever comes in, what comes out as an ID or as a fix is one", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary-ascii" }),
    fc.string({ unit: fc.constantFrom("a", "Z", "-", " ", "\u200b", "１", "А", "=", '"', "\u3000", "🚀", "水") }),
  );
  fc.assert(
    fc.property(texts, (cell) => {
      const judged = judgeDeviceId(cell);
      const id = typeof judged === "string" ? judged : judged.fix;
      expect(id === null || DEVICE_ID.test(id)).toBe(true);
      expect(typeof judged === "string").toBe(DEVICE_ID.test(cell.replace(/^[ \t]+|[ \t]+$/g, "")));
    }),
  );
});
