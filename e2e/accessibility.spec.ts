import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { expectTaskPage } from "./wizard";

// Words and colours do not depend on each other, so that two looks show both languages and both themes.
const LOOKS = [
  { locale: "en", theme: "light" },
  { locale: "zh-CN", theme: "dark" },
] as const;

for (const { locale, theme } of LOOKS)
  test(`every page and step can be used by everybody, in ${locale} and ${theme}`, async ({
    operator: page,
    world,
    browser,
  }) => {
    test.slow();
    const cookies = [
      { name: "locale", value: locale, url: world.url },
      { name: "theme", value: theme, url: world.url },
    ];
    const stranger = await browser.newContext({ baseURL: world.url });
    await stranger.addCookies(cookies);
    const door = await stranger.newPage();
    await door.goto("/sign-in");
    await expectAccessible(door);
    await stranger.close();

    await page.context().addCookies(cookies);
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await ready(page);
    await expectAccessible(page);
    await page.goto("/tasks");
    await ready(page);
    await expectAccessible(page);
    await page.getByRole("main").locator("tbody").getByRole("link").first().click();
    await expectTaskPage(page);
    await ready(page);
    await expectAccessible(page);
    await page.goto("/tasks/new");
    await ready(page);
    await expectAccessible(page);

    await page.goto("/tasks/new/firmwareUpgrade");
    await page.getByRole("radio", { name: "3.2.1" }).check();
    await expectAccessible(page);
    await goOn(page);
    await page.getByRole("checkbox", { name: "District 1 pilot" }).check();
    await expect(page.locator(".wz-f .btn-pri")).toHaveText(/\d/);
    await expectAccessible(page);
    await goOn(page);
    await expect(page.locator(".rcards")).toBeVisible();
    await page.locator(".rcard").nth(1).click();
    await expectAccessible(page);
    await page.locator(".rcard").first().click();
    await goOn(page);
    await expect(page.locator("p.rev-s")).toBeVisible();
    await expectAccessible(page);
  });

const ready = (page: Page) => expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
const goOn = (page: Page) => page.locator(".wz-f .btn-pri").click();

test("an upgrade is made with the keyboard alone", async ({ operator: page, platform }) => {
  test.slow();
  const { keyboard } = page;
  /** Walks with Tab, as far as a person would. */
  async function tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const label =
          element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((one) => one.textContent) : [];
        return [element?.getAttribute("aria-label"), ...label, element?.textContent].join(" ");
      });
      if (name.test(focused)) return;
    }
    throw new Error(`Tab never came to ${name}`);
  }
  await page.goto("/tasks/new");
  await expect(page.getByRole("link", { name: "Update firmware" })).toBeVisible();
  await tabTo(/Install a new firmware version/);
  await keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "3.2.1" })).toBeVisible();
  await tabTo(/WM-210|SD-3|SL-8|GG-5|GM-16|HM-40/);
  // Arrows move and choose within the list, to the package that is wanted.
  for (let presses = 0; presses < 20 && !(await page.getByRole("radio", { name: "3.2.1" }).isChecked()); presses += 1)
    await keyboard.press("ArrowDown");
  await tabTo(/Continue to devices/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Which devices?" })).toBeVisible();
  await tabTo(/District 1 pilot/);
  await keyboard.press("Space");
  await expect(page.getByRole("button", { name: /Continue with \d+ devices/ })).toBeVisible();
  await tabTo(/Continue with/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "When does it start?" })).toBeVisible();
  await tabTo(/Continue to review/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Read it back" })).toBeVisible();
  await tabTo(/^ ?Update \d+ devices/);
  await keyboard.press("Enter");
  await expectTaskPage(page);
  await expect.poll(async () => (await platform.requests("CreateBatchTask")).length).toBe(1);
});
