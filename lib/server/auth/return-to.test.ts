import { expect, test } from "vitest";
import { safeReturnTo } from "./return-to";

test.each([
  ["/tasks", "/tasks"],
  ["/tasks/new/firmwareUpgrade?draft=1#when", "/tasks/new/firmwareUpgrade?draft=1#when"],
  ["/任务?q=夜间", "/%E4%BB%BB%E5%8A%A1?q=%E5%A4%9C%E9%97%B4"],
])("a page of the console is kept: %s", (asked, expected) => {
  expect(safeReturnTo(asked)).toBe(expected);
});

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example/",
  "\\\\elsewhere.example",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "/.//elsewhere.example",
  "/a/..//elsewhere.example",
  "javascript:alert(1)",
  "tasks",
  "",
  "/sign-in?returnTo=/sign-in",
  "/api/overview",
  null,
  undefined,
])("anything else leads to Overview: %j", (asked) => {
  expect(safeReturnTo(asked)).toBe("/");
});
