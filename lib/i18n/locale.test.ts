import { expect, test } from "vitest";
import { chooseLocale, chooseTheme, chooseZone } from "./locale";

test.each([
  [undefined, null, "en"],
  [undefined, "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
  [undefined, "zh-TW", "zh-CN"],
  [undefined, "fr-FR, en;q=0.5, zh;q=0.7", "zh-CN"],
  [undefined, "zh;q=0, en;q=0.1", "en"],
  [undefined, "fr, de", "en"],
  ["en", "zh-CN", "en"],
  ["zh-CN", "en", "zh-CN"],
  ["klingon", "zh", "zh-CN"],
])("cookie %s and header %s give %s", (cookie, header, expected) => {
  expect(chooseLocale(cookie, header)).toBe(expected);
});

test("a theme or zone that nobody knows counts as not chosen", () => {
  expect(chooseTheme("dark")).toBe("dark");
  expect(chooseTheme("pink")).toBe("system");
  expect(chooseZone("Asia/Shanghai")).toBe("Asia/Shanghai");
  expect(chooseZone("Mars/Olympus")).toBe("UTC");
  expect(chooseZone(undefined)).toBe("UTC");
});
