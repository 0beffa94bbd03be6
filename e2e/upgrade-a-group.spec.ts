import { expect, signIn, test } from "./fixtures";
import { finish, legend, standing } from "./task-page";
import { reviewUpgradeOf, send, sendButton } from "./wizard";

const GROUP = "District 2 water meters";

test("an operator upgrades a group of over 1,000 devices and retries those that failed", async ({
  page,
  world,
  platform,
}) => {
  test.slow();
  await signIn(page, world);
  // One try only, so that bad luck is left for a person to repeat.
  const count = await reviewUpgradeOf(page, GROUP, "Not at all");
  expect(count).toBeGreaterThan(1_000);
  const number = count.toLocaleString("en-US");
  await expect(page.locator("p.rev-s")).toHaveText(
    `Update ${number} devices in ${GROUP} to firmware 3.2.1, starting as soon as it is sent, with 1 try each.`,
  );
  await expect(sendButton(page)).toHaveAccessibleName(`Update ${number} devices , Type the number first`);
  await send(page, count);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Firmware 3.2.1 for WM-210");
  await expect(page.getByText(/On the platform as Firmware_3_2_1_for_WM_210_[0-9a-f]{8}/)).toBeVisible();
  await expect(standing(page)).toHaveText("Running");

  const created = await platform.requests("CreateBatchTask");
  const { items: groups } = await (await page.request.get("/api/groups")).json();
  const { items: packages } = await (await page.request.get("/api/packages?type=firmwarePackage")).json();
  const named = (list: { id: string; name?: string; version?: string }[], name: string) =>
    list.find((item) => (item.name ?? item.version) === name)?.id;
  expect(created.map(({ status, body }) => ({ status, body }))).toEqual([
    {
      status: 201,
      body: {
        app_id: expect.stringMatching(/^[A-Za-z0-9_-]{1,36}$/),
        task_name: expect.stringMatching(/^Firmware_3_2_1_for_WM_210_[0-9a-f]{8}$/),
        task_type: "firmwareUpgrade",
        targets_filter: { group_ids: [named(groups, GROUP)] },
        document: { package_id: named(packages, "3.2.1") },
      },
    },
  ]);

  await finish(page, platform);
  await expect(standing(page)).toHaveText("Partly done");
  const failed = await legend(page, "Failed");
  expect(failed).toBeGreaterThan(0);
  expect(failed + (await legend(page, "Done"))).toBe(count);

  await page.getByRole("button", { name: `Retry ${failed}…` }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("second try");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: new RegExp(`Retry ${failed} devices?`) })
    .click();
  await expect(page.getByText("Retry all devices: done")).toBeVisible();
  expect((await platform.requests("RetryBatchTask")).map(({ status, body }) => ({ status, body }))).toEqual([
    { status: 200, body: {} },
  ]);
  await expect(standing(page)).toHaveText("Running");
  await finish(page, platform);
  const failedAgain = await legend(page, "Failed");
  expect(failedAgain).toBeLessThan(failed);
  expect(failedAgain + (await legend(page, "Done"))).toBe(count);
});
