import { expect, test } from "./fixtures";
import { GAS_METER, METERS } from "./fleet";
import { SPACE_ID, taskNamed } from "./request";
import { openType, pasteDevices, sendBy, toReview } from "./wizard";

const UNKNOWN = "WM210-07-999999";

test("what would go wrong is told before sending, and who is left out is not in the request", async ({
  operator: page,
  platform,
}) => {
  const [, , frozen = ""] = METERS.checked;
  await platform.device(frozen, { status: "FROZEN" });
  await openType(page, "Freeze devices");
  await page.getByRole("button", { name: "Continue to devices" }).click();
  await pasteDevices(page, [...METERS.checked, UNKNOWN, GAS_METER]);
  const finding = (words: string | RegExp) => page.getByRole("listitem").filter({ hasText: words });
  const unknown = finding("Not known in this resource space");
  await expect(unknown).toContainText("They fail. The others go on without them.");
  await expect(finding(/^1Frozen/)).toContainText("Nothing changes for them.");
  await expect(finding("Child devices")).toContainText("Only devices that are connected directly can be frozen");

  await finding("Child devices").getByRole("button", { name: "Show: Child devices" }).click();
  await expect(page.getByRole("dialog").getByRole("listitem")).toContainText(GAS_METER);
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await unknown.getByRole("button", { name: "Leave out 1" }).click();
  await expect(page.getByText("1 device left out")).toBeVisible();
  await expect(unknown).toBeHidden();

  await page.getByRole("button", { name: "Continue with 4 devices" }).click();
  await toReview(page);
  await sendBy(page, "Freeze 4 devices");
  expect(await platform.created()).toEqual([
    {
      status: 201,
      body: {
        app_id: SPACE_ID,
        task_name: taskNamed("Freeze_devices"),
        task_type: "freezeDevices",
        targets: [...METERS.checked, GAS_METER],
      },
    },
  ]);
});
