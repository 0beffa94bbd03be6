import { describe, expect, test } from "vitest";
import { firmwareUpgrade } from "../firmware-upgrade/definition";
import { CREATABLE_TYPES, taskTypes } from "../registry";
import { MAX_TITLE } from "./common-input";
import { MAX_EXT_INFO, parseExtInfo, type UpgradeInput, upgradeInput } from "./upgrade";

const input: UpgradeInput = {
  title: "Night rollout 2.4, north",
  targets: { by: "groups", groupIds: ["e495cf17-ff79-4294-8f64-4d367919d665"] },
  schedule: {
    start: "now",
    keeper: "platform",
    date: "",
    time: "",
    zone: "",
    retry: { on: true, count: 2, everyMinutes: 5 },
  },
  packageId: "32822e5744a45ede319d2c50",
  gatewayMode: false,
  needsConfirm: false,
  extInfo: "",
};

const refused = (change: object): string[] => {
  const parsed = upgradeInput.safeParse({ ...input, ...change });
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};
const retry = (change: object) => ({
  schedule: { ...input.schedule, retry: { ...input.schedule.retry, ...change } },
});
/** A JSON object whose serialised text has exactly this many characters. */
const extInfo = (length: number) => JSON.stringify({ k: "x".repeat(length - '{"k":""}'.length) });

test("the document names the one package", () => {
  expect(firmwareUpgrade.document(input)).toEqual({ package_id: "32822e5744a45ede319d2c50" });
});

describe("limits, at the limit and one past it", () => {
  test.each([
    ["title", { title: "x".repeat(MAX_TITLE) }, { title: "x".repeat(MAX_TITLE + 1) }, "title: title-long"],
    ["title empty", { title: "x" }, { title: "   " }, "title: title-missing"],
    [
      "extra information",
      { extInfo: extInfo(MAX_EXT_INFO) },
      { extInfo: extInfo(MAX_EXT_INFO + 1) },
      "extInfo: ext-info",
    ],
    ["retries", retry({ count: 5 }), retry({ count: 6 }), "schedule.retry.count: retry-count"],
    ["no retry", retry({ count: 1 }), retry({ count: 0 }), "schedule.retry.count: retry-count"],
    [
      "minutes",
      retry({ everyMinutes: 1440 }),
      retry({ everyMinutes: 1441 }),
      "schedule.retry.everyMinutes: retry-minutes",
    ],
    [
      "half minutes",
      retry({ everyMinutes: 1 }),
      retry({ everyMinutes: 1.5 }),
      "schedule.retry.everyMinutes: retry-minutes",
    ],
    [
      "groups",
      { targets: { by: "groups", groupIds: ["a1"] } },
      { targets: { by: "groups", groupIds: [] } },
      "targets.groupIds: groups-none",
    ],
    ["package", { packageId: "a".repeat(36) }, { packageId: "a".repeat(37) }, "packageId: package-missing"],
  ])("%s", (_, good, bad, issue) => {
    expect(refused(good)).toEqual([]);
    expect(refused(bad)).toContain(issue);
  });
});

test("two kinds of targets at once can not be said", () => {
  const both = { by: "groups", groupIds: ["a1"], targetSetId: "8a4f2c1e-9b3d-4e5f-8a7b-6c5d4e3f2a1b" };
  expect(upgradeInput.parse({ ...input, targets: both }).targets).toEqual({ by: "groups", groupIds: ["a1"] });
});

test.each(["[1]", "7", "null", "{", '"text"'])("%s is not extra information", (text) => {
  expect(parseExtInfo(text)).toBeNull();
});

test("every creatable type answers for itself", () => {
  for (const type of CREATABLE_TYPES) expect(taskTypes[type].type).toBe(type);
});
