import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectReadable, test } from "./fixtures";
import { METERS } from "./fleet";
import { expectTaskPage } from "./wizard";

/** Holds what is shown to the rules in the dark, and its colours in the light too: words do not change with them. */
async function expectForEverybody(page: Page): Promise<void> {
  await expectAccessible(page);
  const theme = (name: string) =>
    page.locator("html").evaluate((html, to) => html.setAttribute("data-theme", to), name);
  await theme("light");
  await expectReadable(page);
  await theme("dark");
}

const ready = (page: Page) => expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
/** The button that goes on, whatever the language. */
const goOn = (page: Page) => page.locator(".wz-f .btn-pri").click();

test.beforeEach(async ({ operator: page, world }) => {
  test.slow();
  await page.context().addCookies([
    { name: "locale", value: "zh-CN", url: world.url },
    { name: "theme", value: "dark", url: world.url },
  ]);
  // Colours that are on their way are no colours of ours.
  await page.emulateMedia({ reducedMotion: "reduce" });
});

test("signing in and every page can be used by everybody", async ({ operator: page, world, browser }) => {
  const stranger = await browser.newContext({ baseURL: world.url, reducedMotion: "reduce" });
  const door = await stranger.newPage();
  await door.goto("/sign-in");
  await expectForEverybody(door);
  await stranger.close();

  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  for (const path of [
    "/",
    "/tasks",
    "/tasks/new",
    "/templates",
    "/connection",
    "/packages",
    "/packages/new",
    "/devices",
  ]) {
    await page.goto(path);
    await ready(page);
    await expect(page.locator("[aria-busy=true], .skel")).toHaveCount(0);
    await expectForEverybody(page);
  }
  await page.getByRole("main").locator("tbody").getByRole("link").first().click();
  await expect(page.getByRole("main").locator(".facts").first()).toBeVisible();
  await expectForEverybody(page);
  await page.goto("/packages");
  await page.getByRole("main").locator("tbody").getByRole("link").first().click();
  await expect(page.getByRole("main").locator(".facts").first()).toBeVisible();
  await expectForEverybody(page);
  await page.goto("/tasks");
  await page.getByRole("main").locator("tbody").getByRole("link").first().click();
  await expectTaskPage(page);
  await ready(page);
  await expectForEverybody(page);
});

test("every step of an upgrade can be used by everybody", async ({ operator: page }) => {
  await page.goto("/tasks/new/firmwareUpgrade");
  await page.getByRole("radio", { name: "3.2.1" }).check();
  await expectForEverybody(page);
  await goOn(page);
  await page.getByRole("checkbox", { name: "District 1 pilot" }).check();
  await expect(page.locator(".wz-f .btn-pri")).toHaveText(/\d/);
  await expectForEverybody(page);
  await goOn(page);
  await expect(page.locator(".rcards")).toBeVisible();
  await page.locator(".rcard").nth(1).click();
  await expectForEverybody(page);
  await page.locator(".rcard").first().click();
  await goOn(page);
  await expect(page.locator("p.rev-s")).toBeVisible();
  await expectForEverybody(page);
});

test("forms of products, lists, spreadsheets and what is told of them can be used by everybody", async ({
  operator: page,
}) => {
  await page.goto("/tasks/new/createAsyncCommands");
  await page.getByRole("radio", { name: /^HM-40/ }).click();
  await page.locator(".mf-two select").first().selectOption("Heat");
  await page.locator(".mf-two select").nth(1).selectOption("write_settings");
  await expect(page.locator(".mf-num").first()).toBeVisible();
  await expectForEverybody(page);
  await page.getByRole("radio", { name: "JSON" }).check({ force: true });
  await expect(page.locator(".cm-content")).toBeVisible();
  await page.locator(".cm-content").fill('{\n  "interval": 7\n}');
  await goOn(page);
  await expect(page.locator(".mf-marks li").first()).toBeVisible();
  await expectForEverybody(page);

  await page.goto("/tasks/new/createMessages");
  await expect(page.locator("textarea")).toBeVisible();
  await page.locator("details.adv > summary").click();
  await expectForEverybody(page);

  await page.goto("/tasks/new/updateDeviceShadows");
  await page.getByRole("radio", { name: /^WM-210/ }).click();
  await page.locator(".mf-add button").first().click();
  await page.locator("select").first().selectOption("Meter");
  await expect(page.locator(".mf-prop").first()).toBeVisible();
  await expectForEverybody(page);

  await page.goto("/tasks/new/freezeDevices");
  await goOn(page);
  await page.getByRole("main").locator(".segc-o input").nth(1).check({ force: true });
  await page.locator("input[type=file]").setInputFiles({
    name: "list.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["device_id", ...METERS.frozen, "WM210 07", "WM210-07-999997"].join("\n")),
  });
  await expect(page.locator(".pf-r").first()).toBeVisible();
  await expectForEverybody(page);

  await page.goto("/tasks/new/createDevices");
  await goOn(page);
  await page.locator("input[type=file]").setInputFiles({
    name: "rows.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("product_id,node_id,secret\np,n1,12345678\np,n 2,123\np,n1,12345678\n"),
  });
  await expect(page.locator("tbody [aria-invalid]").first()).toBeVisible();
  await expectForEverybody(page);
});
