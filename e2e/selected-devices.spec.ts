import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import type { Platform } from "./platform";
import { finish, legend, standing } from "./task-page";
import { beginTask, chooseGroup, choosePackage, expectTaskPage, toReview } from "./wizard";

const boxes = (page: Page) => page.getByRole("checkbox", { name: /^Select WM210/ });
const idOf = async (page: Page, row: number) =>
  ((await boxes(page).nth(row).getAttribute("aria-label")) ?? "").replace("Select ", "");

test("stop, confirm and retry reach exactly the devices that were chosen", async ({ operator: page, platform }) => {
  test.slow();
  await page.goto("/");
  await beginTask(page);
  await page.getByText("Advanced").click();
  await page.getByRole("checkbox", { name: "Hold each device until confirmed" }).check();
  await choosePackage(page);
  const count = await chooseGroup(page, "District 3 pilot");
  await toReview(page, "Not at all");
  await page.getByRole("button", { name: `Update ${count} devices` }).click();
  await expectTaskPage(page);
  await expect(boxes(page).first()).toBeVisible();

  // Nothing chosen: nothing is offered that could be sent.
  await expect(page.getByText(/selected$/)).toBeHidden();

  const stopped = [await idOf(page, 1), await idOf(page, 3)];
  for (const id of stopped) await page.getByRole("checkbox", { name: `Select ${id}` }).check();
  await page.getByRole("button", { name: "Stop 2…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop 2 devices" }).click();
  await expect(page.getByText("2 answered, 0 not known, 0 not yet sent")).toBeVisible();
  expect(await bodiesOf(platform, "StopBatchTask")).toEqual([{ targets: stopped }]);
  await expect.poll(() => legend(page, "Stopped")).toBe(2);

  const confirmed = [await idOf(page, 0), await idOf(page, 2)];
  for (const id of confirmed) {
    await platform.device(id, {
      status: "ONLINE",
      fw_version: "3.1.8",
      fail: { message: "Battery too low", times: 1 },
    });
    await page.getByRole("checkbox", { name: `Select ${id}` }).check();
  }
  await page
    .getByRole("button", { name: "Start 2…" })
    .or(page.getByRole("button", { name: "Confirm 2…" }))
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Start 2 devices" }).click();
  await expect.poll(() => bodiesOf(platform, "ConfirmBatchTask")).toEqual([{ targets: confirmed }]);
  await platform.advance(7_200);
  await expect.poll(() => legend(page, "Failed")).toBe(2);
  await expect(page.getByText("Battery too low").first()).toBeVisible();

  const [again = ""] = confirmed;
  await page.getByRole("checkbox", { name: `Select ${again}` }).check();
  await page.getByRole("button", { name: "Retry 1…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retry 1 device" }).click();
  await expect.poll(() => bodiesOf(platform, "RetryBatchTask")).toEqual([{ targets: [again] }]);

  await page.getByRole("button", { name: /^Stop [\d,]+…$/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Stop \d+ devices/ })
    .click();
  await expect.poll(async () => (await bodiesOf(platform, "StopBatchTask")).at(-1)).toEqual({});
  await finish(page, platform);
  await expect(standing(page)).toHaveText("Stopped");
});

test("a device that the platform refuses inside a good answer is named with its reason", async ({
  operator: page,
  platform,
}) => {
  test.slow();
  await page.goto("/");
  await beginTask(page);
  await page.getByText("Advanced").click();
  await page.getByRole("checkbox", { name: "Hold each device until confirmed" }).check();
  await choosePackage(page);
  const count = await chooseGroup(page, "District 2 pilot");
  await toReview(page);
  await page.getByRole("button", { name: `Update ${count} devices` }).click();
  await expectTaskPage(page);
  await expect(boxes(page).first()).toBeVisible();
  const chosen = [await idOf(page, 0), await idOf(page, 1)];
  const [gone = ""] = chosen;
  for (const id of chosen) await page.getByRole("checkbox", { name: `Select ${id}` }).check();
  await platform.fault({
    operation: "StopBatchTask",
    kind: "rewrite",
    times: 1,
    body: { targets: { status: "failure", error_code: "IOTDA.014016", error_msg: "The device is busy." } },
  });
  await page.getByRole("button", { name: "Stop 2…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Stop 2 devices" }).click();
  await page.getByText("2 devices refused").click();
  await expect(page.getByRole("listitem").filter({ hasText: gone }).last()).toHaveText(
    `${gone} IOTDA.014016 The device is busy.`,
  );
});

const bodiesOf = async (platform: Platform, operation: string) =>
  (await platform.requests(operation)).map(({ body }) => body);
