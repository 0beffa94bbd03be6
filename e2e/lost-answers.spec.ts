import type { Page } from "@playwright/test";
import { expect, signIn, test } from "./fixtures";
import { type Mortal, mortalConsole } from "./own-console";
import type { Platform } from "./platform";
import { legend, standing } from "./task-page";
import {
  beginTask,
  chooseGroup,
  choosePackage,
  expectTaskPage,
  numberIn,
  reviewUpgradeOf,
  sendButton,
  toReview,
  typeTheNumber,
} from "./wizard";

const SIX_MINUTES = 6 * 60_000;
/** For what a console does after it was started again. */
const LONG = { timeout: 60_000 };
// A console that was killed in the middle of an answer leaves its page with a failed load.
test.use({ tolerated: /Failed to load resource|Failed to fetch|NetworkError/ });

const looking = (page: Page) => page.getByText("We are checking whether the task exists");

/** The platform's tasks that were made from the wizard, by their names. */
async function created(platform: Platform): Promise<(string | undefined)[]> {
  const requests = await platform.requests("CreateBatchTask");
  return requests.filter(({ status }) => status === 201).map(({ body }) => body?.task_name);
}

test("the platform creates the task and its answer is lost: it is looked for, and found", async ({
  operator,
  platform,
}) => {
  await operator.goto("/");
  const count = await reviewUpgradeOf(operator, "District 1 pilot");
  await typeTheNumber(operator, count);
  await platform.fault({ operation: "CreateBatchTask", kind: "drop-after", times: 1 });
  await platform.fault({ operation: "ListBatchTasks", kind: "delay", ms: 3_000, times: 4 });
  await sendButton(operator).click();
  await expectTaskPage(operator);
  await expect(looking(operator)).toBeVisible();
  await expect(operator.getByText(/On the platform as/)).toBeVisible();
  await expect(looking(operator)).toBeHidden(LONG);
  await expect(operator.getByText("Platform’s task ID")).toBeVisible();
  expect(await platform.requests("CreateBatchTask")).toHaveLength(1);
  expect(await created(platform)).toHaveLength(1);
});

test.describe("a console that is killed", () => {
  test.describe.configure({ mode: "serial" });
  let mortal: Mortal;
  test.beforeAll(async ({ world }) => {
    mortal = await mortalConsole(world.simulator);
  });
  test.afterAll(() => mortal.end());

  for (const moment of ["before the platform has it", "after the platform has it"] as const)
    test(`in the middle of a submission, ${moment}, makes one task and loses nothing`, async ({ page, platform }) => {
      test.slow();
      await signIn(page, mortal.world);
      const count = await reviewUpgradeOf(page, "District 2 pilot");
      await typeTheNumber(page, count);
      const early = moment === "before the platform has it";
      await platform.fault({ operation: "CreateBatchTask", kind: early ? "delay" : "drop-after", ms: 4_000, times: 1 });
      await sendButton(page).click();
      const id = await expectTaskPage(page);
      if (!early) await expect.poll(() => created(platform)).toHaveLength(1);
      await mortal.kill();
      await mortal.revive();
      await page.goto(`${mortal.world.url}/tasks/${id}`);
      await expect(page.getByText("Platform’s task ID")).toBeVisible(LONG);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Firmware 3.2.1 for WM-210");
      expect(await created(platform)).toHaveLength(1);
      expect(await platform.requests("CreateBatchTask")).toHaveLength(1);
    });

  test("in the middle of a stop of over 2,500 chosen devices goes on where it was", async ({ page, platform }) => {
    test.slow();
    await signIn(page, mortal.world);
    const count = await submitHeld(page, ["District 5 water meters", "District 6 water meters"]);
    const wanted = count - 1;
    expect(wanted).toBeGreaterThan(2_500);
    const words = (devices: number) => devices.toLocaleString("en-US");
    const boxes = page.getByRole("checkbox", { name: /^Select WM210/ });
    await boxes.first().check();
    await page.getByRole("button", { name: `Choose all ${words(count)}` }).click();
    await expect(page.getByText(`${words(count)} devices selected`)).toBeVisible();
    const spared = ((await boxes.nth(1).getAttribute("aria-label")) ?? "").replace("Select ", "");
    await boxes.nth(1).uncheck();
    await page.getByRole("button", { name: `Stop ${words(wanted)}…` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("How many devices will not finish?").fill(String(wanted));

    await platform.fault({ operation: "StopBatchTask", kind: "delay", ms: 400 });
    await dialog.getByRole("button", { name: `Stop ${words(wanted)} devices` }).click();
    await expect.poll(async () => (await platform.requests("StopBatchTask")).length).toBeGreaterThan(3);
    const id = await expectTaskPage(page);
    await mortal.kill();
    const before = (await platform.requests("StopBatchTask")).length;
    expect(before).toBeLessThan(wanted / 100);
    await platform.clearFaults();
    await mortal.revive();
    await page.goto(`${mortal.world.url}/tasks/${id}`);
    await expect(page.getByText(`${words(wanted)} answered, 0 not known, 0 not yet sent`)).toBeVisible(LONG);
    await expect(page.getByText(`Stop ${words(wanted)} devices: done`)).toBeVisible();
    await expect.poll(() => legend(page, "Stopped"), LONG).toBe(wanted);
    expect(await legend(page, "Waiting")).toBe(1);
    const asked = new Set((await platform.requests("StopBatchTask")).flatMap(({ body }) => body?.targets ?? []));
    expect(asked.size).toBe(wanted);
    expect(asked.has(spared)).toBe(false);
  });

  // The last one: its clock stays ahead.
  test("a submission of which nothing arrived is never sent again by itself, and once when a person says so", async ({
    page,
    platform,
  }) => {
    test.slow();
    await signIn(page, mortal.world);
    const count = await reviewUpgradeOf(page, "District 3 pilot");
    await typeTheNumber(page, count);
    await platform.fault({ operation: "CreateBatchTask", kind: "drop-before", times: 1 });
    await sendButton(page).click();
    const id = await expectTaskPage(page);
    await expect(looking(page)).toBeVisible();
    await mortal.kill();
    await mortal.revive(SIX_MINUTES);
    await page.goto(`${mortal.world.url}/tasks/${id}`);
    await expect(page.getByText("It is not known whether this task was created")).toBeVisible(LONG);
    expect(await created(platform)).toEqual([]);
    await page.getByRole("button", { name: "Send again" }).click();
    await expect(page.getByText("Platform’s task ID")).toBeVisible(LONG);
    expect(await created(platform)).toHaveLength(1);
  });
});

/** An upgrade of groups that waits for a person on every device. Answers how many devices it has. */
async function submitHeld(page: Page, groups: readonly string[]): Promise<number> {
  await beginTask(page);
  await page.getByText("Advanced").click();
  await page.getByRole("checkbox", { name: "Hold each device until confirmed" }).check();
  await choosePackage(page);
  for (const group of groups.slice(1)) await page.getByRole("checkbox", { name: group }).check();
  await chooseGroup(page, groups[0] ?? "");
  await toReview(page);
  const count = numberIn(await sendButton(page).textContent());
  await typeTheNumber(page, count);
  await sendButton(page).click();
  await expectTaskPage(page);
  await expect(standing(page)).toHaveText(/Wait/, LONG);
  return count;
}
