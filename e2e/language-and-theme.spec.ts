import { expect, test } from "./fixtures";

test("an operator changes language and appearance, and both stay", async ({ operator: page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Administrator" }).click();
  await page.getByText("简体中文").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("link", { name: "Overview" })).toHaveCount(0);
  await page.goto("/tasks/new");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("main")).toContainText(/[\u4e00-\u9fa5]{4,}/);

  await page.goto("/");
  const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.locator("button.me").click();
  await page.getByText("深色").click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(light);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
