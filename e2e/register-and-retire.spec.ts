import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { standing } from "./task-page";
import { expectTaskPage, openType, pasteDevices } from "./wizard";

const SPACE = /^[A-Za-z0-9_-]{1,36}$/;

// Direct devices of the seeded fleet, and one behind a gateway.
const METERS = ["WM210-01-000001", "WM210-01-000002"];

/** From the first step over a pasted list to the last one. */
async function toReviewOf(page: Page, type: string, deviceIds: readonly string[]): Promise<void> {
  await openType(page, type);
  await page.getByRole("button", { name: "Continue to devices" }).click();
  await pasteDevices(page, deviceIds);
  await page.getByRole("button", { name: /Continue with/ }).click();
  await page.getByRole("button", { name: "Continue to review" }).click();
}

test("devices are frozen, and let in again by the group", async ({ operator, platform }) => {
  await toReviewOf(operator, "Freeze devices", METERS);
  await expect(operator.locator("p.rev-s")).toHaveText(
    "Freeze 2 devices from Pasted list, starting as soon as it is sent.",
  );
  await operator.getByRole("button", { name: "Freeze 2 devices" }).click();
  await expectTaskPage(operator);
  await expect(standing(operator)).toHaveText("Done");
  expect((await platform.requests("CreateBatchTask")).map(({ body }) => body)).toEqual([
    {
      app_id: expect.stringMatching(SPACE),
      task_name: expect.stringMatching(/^Freeze_devices_[0-9a-f]{8}$/),
      task_type: "freezeDevices",
      targets: METERS,
    },
  ]);
  expect(await platform.readDevice("WM210-01-000001")).toMatchObject({ status: "FROZEN" });

  await platform.forget();
  await openType(operator, "Unfreeze devices");
  await operator.getByRole("button", { name: "Continue to devices" }).click();
  await operator.getByRole("checkbox", { name: "District 1 pilot" }).check();
  await operator.getByRole("button", { name: /Continue with/ }).click();
  await operator.getByRole("button", { name: "Continue to review" }).click();
  await operator.getByRole("button", { name: /^Unfreeze [\d,]+ devices/ }).click();
  await expectTaskPage(operator);
  expect((await platform.requests("CreateBatchTask")).map(({ body }) => body)).toEqual([
    {
      app_id: expect.stringMatching(SPACE),
      task_name: expect.stringMatching(/^Unfreeze_devices_[0-9a-f]{8}$/),
      task_type: "unfreezeDevices",
      targets_filter: { group_ids: [expect.stringMatching(/^[0-9a-f-]{1,36}$/)] },
    },
  ]);
});

test("a deletion is sent only after its number was typed, however small", async ({ operator, platform }) => {
  await toReviewOf(operator, "Delete devices", METERS);
  const remove = operator.getByRole("button", { name: "Delete 2 devices" });
  await remove.click();
  await expect(operator).toHaveURL(/step=review/);
  expect(await platform.requests("CreateBatchTask")).toEqual([]);
  await operator.getByLabel("How many devices?").fill("2");
  await remove.click();
  await expectTaskPage(operator);
  await expect(standing(operator)).toHaveText("Done");
  expect((await platform.requests("CreateBatchTask")).map(({ body }) => body)).toEqual([
    {
      app_id: expect.stringMatching(SPACE),
      task_name: expect.stringMatching(/^Delete_devices_[0-9a-f]{8}$/),
      task_type: "deleteDevices",
      targets: METERS,
    },
  ]);
  expect(await platform.readDevice("WM210-01-000001")).toBeNull();
});
