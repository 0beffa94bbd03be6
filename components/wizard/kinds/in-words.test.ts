import { expect, test } from "vitest";
import { exactNumber } from "@/lib/json";
import { inWords } from "./in-words";

test("values are read as they will be sent, to the last digit", () => {
  expect(inWords({ position: "closed", force: true, serial: exactNumber("9007199254740993") })).toBe(
    "position = closed, force = true, serial = 9007199254740993",
  );
  expect(inWords({ season: null, days: ["1", "2"] })).toBe('season = null, days = ["1","2"]');
  expect(inWords({})).toBe("");
});

test("a long one is cut, and says so", () => {
  expect(inWords({ text: "x".repeat(200) })).toHaveLength(91);
});
