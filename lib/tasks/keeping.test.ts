import { expect, test } from "vitest";
import { keeperOf, startProblem } from "./keeping";

const DAY = 86_400_000;
const now = Date.parse("2026-03-01T00:00:00Z");
const after = (ms: number) => new Date(now + ms).toISOString();
const upgrade = { stoppable: true };
const command = { stoppable: false };

test.each([
  ["an upgrade may be left to the platform", upgrade, "platform", 7 * DAY, "platform"],
  ["but not beyond its seven days", upgrade, "platform", 7 * DAY + 1, "console"],
  ["or kept here", upgrade, "console", DAY, "console"],
  ["what can not be recalled is always kept here", command, "platform", DAY, "console"],
] as const)("%s", (_, facts, chosen, ahead, keeper) => {
  expect(keeperOf(facts, chosen, after(ahead), now)).toBe(keeper);
});

test("a start is ahead, by a year at the most", () => {
  expect(startProblem(after(0), now)).toBe("start-past");
  expect(startProblem(after(1), now)).toBeNull();
  expect(startProblem(after(365 * DAY), now)).toBeNull();
  expect(startProblem(after(365 * DAY + 1), now)).toBe("start-far");
});
