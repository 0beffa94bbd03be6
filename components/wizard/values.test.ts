import { expect, test } from "vitest";
import { taskTypes } from "@/lib/task-types/registry";
import { contentOf, sameValues, valuesFrom } from "./values";

test("a new draft starts blank and is not complete", () => {
  const values = valuesFrom("firmwareUpgrade", {});
  expect(values).toMatchObject({ title: "", packageId: "", targets: { by: "groups", groupIds: [] } });
  expect(values.schedule).toEqual({
    start: "now",
    keeper: "platform",
    date: "",
    time: "",
    zone: "",
    retry: { on: true, count: 2, everyMinutes: 5 },
  });
  expect(taskTypes.firmwareUpgrade.input.safeParse(values).success).toBe(false);
});

test("content of the wrong kind falls back field by field", () => {
  const values = valuesFrom("firmwareUpgrade", {
    title: "Night",
    packageId: 7,
    schedule: { retry: { count: null } },
    targets: "all",
  });
  expect(values.title).toBe("Night");
  expect(values.packageId).toBe("");
  expect(values.schedule.retry.count).toBe(2);
  expect(values.targets.groupIds).toEqual([]);
});

test("both ways of naming devices are kept, and the schema takes only the chosen one", () => {
  const targetSetId = "0a0e5b9e-6f0f-4a44-9d3b-3f6bb7f4c1c2";
  const values = valuesFrom("firmwareUpgrade", {
    title: "Night",
    packageId: "32822e57",
    targets: { by: "devices", groupIds: ["e495cf17"], targetSetId },
  });
  expect(values.targets.groupIds).toEqual(["e495cf17"]);
  expect(taskTypes.firmwareUpgrade.input.parse(values).targets).toEqual({ by: "devices", targetSetId });
});

test("key order does not make drafts differ", () => {
  expect(sameValues("firmwareUpgrade", { title: "a", extInfo: "" }, { extInfo: "", title: "a" })).toBe(true);
  expect(sameValues("firmwareUpgrade", { title: "a" }, { title: "b" })).toBe(false);
});

test("a draft holds only the chosen way in its targets, and gives the other one back", () => {
  const targetSetId = "0a0e5b9e-6f0f-4a44-9d3b-3f6bb7f4c1c2";
  const values = valuesFrom("firmwareUpgrade", { targets: { by: "groups", groupIds: ["e4"], targetSetId } });
  expect(contentOf("firmwareUpgrade", values)).toMatchObject({
    targets: { by: "groups", groupIds: ["e4"] },
    otherTargets: { targetSetId },
  });
  expect(valuesFrom("firmwareUpgrade", contentOf("firmwareUpgrade", values))).toEqual(values);
  const blank = contentOf("firmwareUpgrade", valuesFrom("firmwareUpgrade", {}));
  expect(JSON.stringify(blank)).not.toContain("targetSetId");
  const devices = valuesFrom("firmwareUpgrade", {
    targets: { by: "devices", targetSetId },
    otherTargets: { groupIds: ["e4"] },
  });
  expect(valuesFrom("firmwareUpgrade", contentOf("firmwareUpgrade", devices))).toEqual(devices);
});
