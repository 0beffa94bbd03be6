import fc from "fast-check";
import { expect, test } from "vitest";
import { platformName } from "./name";

test.each([
  ["Night rollout 2.4, north", false, "Night_rollout_2_4_north_k3f9"],
  ["夜间升级", false, "task_k3f9"],
  ["夜间升级 2.4", true, "夜间升级_2_4_k3f9"],
  ["Zürich — Süd", false, "Zurich_Sud_k3f9"],
  ["🚀", true, "task_k3f9"],
])("%s (Chinese %s) becomes %s", (title, chinese, expected) => {
  expect(platformName(title, "k3f9", chinese)).toBe(expected);
});

test("every title gives a name that the platform accepts, with its suffix whole", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.boolean(), (title, chinese) => {
      const name = platformName(title, "k3f9x2ab", chinese);
      const alphabet = chinese ? /^[\u4e00-\u9fa5A-Za-z0-9_]{1,128}$/ : /^[A-Za-z0-9_]{1,128}$/;
      expect(name).toMatch(alphabet);
      expect(name.endsWith("_k3f9x2ab")).toBe(true);
    }),
  );
});
