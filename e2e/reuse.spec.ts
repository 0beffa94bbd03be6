import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { METERS } from "./fleet";
import { chooseCommand, chooseValue } from "./forms";
import { SPACE_ID, taskNamed } from "./request";
import { standing } from "./task-page";
import { openType, sendBy, toReview, toReviewOf } from "./wizard";

/** What can be made of the task that is shown. */
async function useAgain(page: Page, how: string): Promise<void> {
  await page.getByRole("button", { name: "Use again" }).click();
  await page.getByRole("button", { name: new RegExp(`^${how}`) }).click();
}

/** From wherever a draft that is filled in already has opened to its last step. */
async function walkToReview(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^When/ }).click();
  await toReview(page);
}

test("a freeze is undone for the devices where it succeeded", async ({ operator: page, platform }) => {
  await openType(page, "Freeze devices");
  await toReviewOf(page, [...METERS.reused, "WM210-07-999998"]);
  await sendBy(page, "Freeze 3 devices");
  await expect(standing(page)).toHaveText("Partly done");
  await platform.forget();
  await useAgain(page, "Undo");
  await expect(page.getByRole("heading", { level: 1, name: "Unfreeze devices" })).toBeVisible();
  await expect(page.getByText("To undo Freeze devices")).toBeVisible();
  expect(await platform.created()).toEqual([]);
  await walkToReview(page);
  await sendBy(page, "Unfreeze 2 devices");
  await expect(standing(page)).toHaveText("Done");
  expect(await platform.created()).toEqual([
    {
      status: 201,
      body: {
        app_id: SPACE_ID,
        task_name: expect.stringMatching(/_[0-9a-f]{8}$/),
        task_type: "unfreezeDevices",
        // As the platform lists them, the newest first.
        targets: METERS.reused.toReversed(),
      },
    },
  ]);
});

test("a command is cloned, followed up for one device, and made from a template", async ({
  operator: page,
  platform,
}) => {
  const [one = ""] = METERS.reused;
  await openType(page, "Send a command");
  await chooseCommand(page, "WM-210", "Valve", "set_valve_position");
  await chooseValue(page, "position", "open");
  await toReviewOf(page, METERS.reused);
  await sendBy(page, "Send to 2 devices");
  // Nothing of it depends on whether the devices answer.
  await expect(standing(page)).toHaveText(/Done|Partly done|Failed/);
  const address = page.url();
  const document = { service_id: "Valve", command_name: "set_valve_position", paras: { position: "open" } };
  const sent = (targets: readonly string[]) => [
    {
      status: 201,
      body: {
        app_id: SPACE_ID,
        task_name: taskNamed("Send_a_command"),
        task_type: "createCommands",
        targets,
        document,
      },
    },
  ];

  await test.step("clone", async () => {
    await platform.forget();
    await useAgain(page, "Clone");
    await expect(page.getByText("A copy of Send a command")).toBeVisible();
    await walkToReview(page);
    await sendBy(page, "Send to 2 devices");
    expect(await platform.created()).toEqual(sent(METERS.reused));
  });

  await test.step("follow-up", async () => {
    await page.goto(address);
    await platform.forget();
    await page.getByRole("checkbox", { name: `Select ${one}` }).check();
    await page.getByRole("button", { name: "New task with this device" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "New task with this device" }).click();
    await expect(page.getByText("A follow-up of Send a command")).toBeVisible();
    await walkToReview(page);
    await sendBy(page, "Send to 1 device");
    expect(await platform.created()).toEqual(sent([one]));
  });

  await test.step("template", async () => {
    await page.goto(address);
    await platform.forget();
    await useAgain(page, "Save as template");
    await page.getByRole("dialog").getByLabel("Name").fill("Open the valve");
    await page.getByRole("dialog").getByRole("checkbox", { name: "the devices" }).check();
    await page.getByRole("dialog").getByRole("button", { name: "Save the template" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.goto("/templates");
    await page.getByRole("button", { name: "Use Open the valve" }).click();
    await expect(page.getByText("Made from the template Open the valve")).toBeVisible();
    // Left open, it is what every command is called at first.
    await expect(page.getByLabel("Title")).toHaveValue("Send a command");
    await toReviewOf(page, [one]);
    await sendBy(page, "Send to 1 device");
    expect(await platform.created()).toEqual(sent([one]));
  });
});
