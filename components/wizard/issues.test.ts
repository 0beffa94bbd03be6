import { expect, test } from "vitest";
import { firstOpenStep, issuesOf, stepOf } from "./issues";
import { valuesFrom, type WizardValues } from "./values";

const now = Date.parse("2026-10-14T18:14:00Z");
const complete = valuesFrom("firmwareUpgrade", {
  title: "Night",
  packageId: "32822e57",
  targets: { by: "groups", groupIds: ["e495cf17"] },
});
const at = (schedule: Partial<WizardValues["schedule"]>): WizardValues => ({
  ...complete,
  schedule: { ...complete.schedule, start: "at", zone: "Asia/Shanghai", ...schedule },
});
const messages = (values: WizardValues) => issuesOf("firmwareUpgrade", values, now).map(({ message }) => message);

test("a blank draft is open at the first step and names each missing answer", () => {
  const issues = issuesOf("firmwareUpgrade", valuesFrom("firmwareUpgrade", {}), now);
  expect(issues.map(({ path, message }) => [path, message])).toEqual(
    expect.arrayContaining([
      ["title", "title-missing"],
      ["packageId", "package-missing"],
      ["targets.groupIds", "groups-none"],
    ]),
  );
  expect(firstOpenStep(issues)).toBe("what");
});

test("complete values have nothing against them", () => {
  expect(messages(complete)).toEqual([]);
  expect(firstOpenStep([])).toBe("review");
  expect(messages(at({ date: "2026-10-15", time: "03:00" }))).toEqual([]);
});

test.each([
  ["", "", "start-missing"],
  ["2026-10-15", "02:14", "start-past"],
  ["2027-10-16", "02:15", "start-far"],
])("a start on %s at %s (UTC+8) is %s", (date, time, message) => {
  expect(messages(at({ date, time }))).toEqual([message]);
});

test("devices without a list, and a broken JSON, are told at their step", () => {
  const values: WizardValues = {
    ...complete,
    extInfo: "[1]",
    targets: { by: "devices", groupIds: ["e4"], targetSetId: "", rowSetId: "" },
  };
  expect(issuesOf("firmwareUpgrade", values, now).map((issue) => [stepOf(issue), issue.message])).toEqual([
    ["who", "devices-none"],
    ["what", "ext-info"],
  ]);
});
