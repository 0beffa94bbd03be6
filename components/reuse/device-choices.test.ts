import { expect, test } from "vitest";
import { NO_PROGRESS } from "@/lib/tasks/progress";
import { deviceSets } from "./device-choices";

test("failed devices come first, states without devices are left out, and all come last", () => {
  const progress = { ...NO_PROGRESS, total: 9, succeeded: 4, failed: 5, waiting: 0, processing: 0, stopped: 0 };
  const rest = { ...progress, awaitingRetry: 0, removed: 0 };
  expect(deviceSets(rest, false)).toEqual([
    { status: "Fail", count: 5 },
    { status: "Success", count: 4 },
    { status: null, count: 9 },
  ]);
});

test("a number that is not known keeps nothing back", () => {
  expect(deviceSets(NO_PROGRESS, false)).toHaveLength(8);
});

test("a registration is followed up with the devices that it made", () => {
  const progress = { ...NO_PROGRESS, total: 9, succeeded: 4, failed: 5 };
  expect(deviceSets(progress, true)).toEqual([{ status: "Success", count: 4 }]);
});
