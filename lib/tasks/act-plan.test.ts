import { expect, test } from "vitest";
import { planForAll, planForDevices, reaches } from "./act-plan";
import { NO_PROGRESS, type Progress } from "./progress";

const progress: Progress = {
  total: 12_480,
  succeeded: 8348,
  processing: 1046,
  awaitingRetry: 214,
  failed: 187,
  stopped: 0,
  removed: 14,
  waiting: 2671,
};

test("stopping all reaches what has not finished, and says that what is done stays", () => {
  const plan = planForAll("stop", progress);
  expect(plan.devices).toBe(2671 + 1046 + 214);
  expect(plan.typed).toBe(3931);
  expect(plan.fates.map((fate) => fate.part)).toEqual(["waiting", "processing", "awaitingRetry", "succeeded"]);
});

test("retrying all also runs stopped devices again, and counts them", () => {
  expect(planForAll("retry", { ...progress, stopped: 3 }).devices).toBe(187 + 214 + 3);
});

test("a counter that the platform did not send makes the number unknown, never 0", () => {
  expect(planForAll("stop", { ...progress, waiting: null }).devices).toBeNull();
  expect(planForAll("confirm", NO_PROGRESS).devices).toBeNull();
});

test("a few chosen devices need no typing, a hundred do", () => {
  expect(planForDevices("stop", 99).typed).toBeNull();
  expect(planForDevices("stop", 100).typed).toBe(100);
  expect(planForDevices("retry", 5000).typed).toBeNull();
});

test("only sub-tasks that the platform would act on can be chosen", () => {
  expect(reaches("retry", "Success")).toBe(false);
  expect(reaches("retry", "Stopped")).toBe(true);
  expect(reaches("stop", "Fail")).toBe(false);
});
