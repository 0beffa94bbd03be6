import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";
import { METERS } from "./fleet";
import { type Mortal, mortalConsole } from "./own-console";
import { standing } from "./task-page";
import { expectTaskPage, openType, pasteDevices } from "./wizard";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const TWO = METERS.kept;

/** Schedules the deletion of two devices for so many ms from now, to the minute; answers its task's address. */
async function scheduleDeletion(page: Page, aheadMs: number, console = ""): Promise<string> {
  await openType(page, "Delete devices", console);
  await page.getByRole("button", { name: "Continue to devices" }).click();
  await pasteDevices(page, TWO);
  await page.getByRole("button", { name: /Continue with/ }).click();
  await page.getByRole("radio", { name: /At a set time/ }).check();
  await page.getByRole("combobox", { name: "Time zone" }).fill("UTC");
  await page.getByRole("option", { name: /^UTC/ }).first().click();
  const start = new Date(Date.now() + aheadMs).toISOString();
  await page.getByRole("textbox", { name: "Date" }).fill(start.slice(0, 10));
  await page.getByLabel("Time", { exact: true }).fill(start.slice(11, 16));
  await page.getByRole("button", { name: "Continue to review" }).click();
  await page.getByLabel("How many devices?").fill("2");
  await page.getByRole("button", { name: /^Schedule/ }).click();
  await expectTaskPage(page);
  await expect(standing(page)).toHaveText("Held here");
  return page.url();
}

test("a deletion that is scheduled for tomorrow is moved and cancelled today, and nothing was sent", async ({
  operator,
  platform,
}) => {
  await scheduleDeletion(operator, DAY_MS);
  await expect(operator.getByText(/Kept here until/)).toBeVisible();
  await operator.getByRole("button", { name: "Another time…" }).click();
  const dialog = operator.getByRole("dialog");
  const later = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10);
  await dialog.getByRole("textbox", { name: "Date" }).fill(later);
  await dialog.getByRole("button", { name: "Keep it until then" }).click();
  await expect(dialog).toBeHidden();
  await expect(operator.getByText(/in [23] days/).first()).toBeVisible();

  await operator.getByRole("button", { name: "Cancel…" }).click();
  await operator.getByRole("button", { name: "Cancel the task" }).click();
  await expect(standing(operator)).toHaveText("Cancelled");
  expect(await platform.requests("CreateBatchTask")).toEqual([]);
  for (const id of TWO) expect(await platform.readDevice(id)).not.toBeNull();
});

test.describe("with a console that can be away", () => {
  // Its page goes on asking while it is away.
  test.use({ tolerated: /Failed to load resource/ });
  let mortal: Mortal;
  test.beforeEach(async ({ world }) => {
    mortal = await mortalConsole(world.simulator);
  });
  test.afterEach(() => mortal.end());

  test("off at the hour: nothing is sent late by itself, it is told, and a person sends it", async ({
    page,
    platform,
  }) => {
    test.slow();
    await signIn(page, mortal.world);
    const address = new URL(await scheduleDeletion(page, 6 * MINUTE_MS, mortal.world.url)).pathname;
    await mortal.kill();
    // Five minutes after its hour at least, and the platform still takes our signatures.
    await mortal.revive(13 * MINUTE_MS);

    await page.goto(mortal.world.url);
    await expect(page.getByText("Its start has passed and nothing was sent.", { exact: false })).toBeVisible();
    await page.goto(`${mortal.world.url}${address}`);
    await expect(standing(page)).toHaveText("Start missed");
    await expect(page.getByText("The start was missed, and nothing was sent")).toBeVisible();
    expect(await platform.requests("CreateBatchTask")).toEqual([]);
    for (const id of TWO) expect(await platform.readDevice(id)).not.toBeNull();

    await page.getByRole("button", { name: "Start now…" }).click();
    await page.getByRole("button", { name: "Start now", exact: true }).click();
    await expect(page.getByText(/On the platform as/)).toBeVisible();
    expect(await platform.requests("CreateBatchTask")).toHaveLength(1);
  });
});
