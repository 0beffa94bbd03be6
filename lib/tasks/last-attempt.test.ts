import { expect, test } from "vitest";
import { lastAttempt } from "./last-attempt";

const start = "2026-10-15T00:00:00.000Z";

test("without retries the only try begins at the start and may take 25 h and 24 h", () => {
  expect(lastAttempt(start, null)).toEqual({
    tries: 1,
    soonest: start,
    latest: start,
    over: "2026-10-17T01:00:00.000Z",
  });
});

test("each retry adds its pause, and at the most both windows once more", () => {
  expect(lastAttempt(start, { count: 2, everyMinutes: 5 })).toEqual({
    tries: 3,
    soonest: "2026-10-15T00:10:00.000Z",
    latest: "2026-10-19T02:10:00.000Z",
    over: "2026-10-21T03:10:00.000Z",
  });
});
