import { expect, type Page } from "@playwright/test";

/** What a message of the wizard counts: "Continue with 1,412 devices" gives 1412. */
export const numberIn = (text: string | null): number => Number((text ?? "").replace(/\D/g, ""));

/** Opens the gallery and a task type, as a person does from any page. */
export async function beginTask(page: Page, type = "Update firmware"): Promise<void> {
  await page.getByRole("link", { name: "New task" }).first().click();
  await page.getByRole("link", { name: type }).click();
  await expect(page.getByRole("heading", { name: "Which package?" })).toBeVisible();
}

/** Opens the gallery and a task type that does not ask for a package; `console` is the address of one of its own. */
export async function openType(page: Page, type: string, console = ""): Promise<void> {
  await page.goto(`${console}/tasks/new`);
  // Its card; further down it may be named once more.
  await page
    .getByRole("link", { name: new RegExp(`^${type}`) })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: type })).toBeVisible();
}

/** On the second step: device IDs as a pasted list, saved with the draft. */
export async function pasteDevices(page: Page, deviceIds: readonly string[]): Promise<void> {
  await page.getByRole("radio", { name: "List of devices" }).check({ force: true });
  await page.getByRole("button", { name: "Paste a list" }).click();
  await page.getByRole("textbox").fill(deviceIds.join("\n"));
  await page.getByRole("button", { name: /^Check/ }).click();
  await expect(page.getByText(/^[\d,]+ device IDs? saved with this draft$/)).toBeVisible();
}

/** From the first step over a pasted list to the last one. */
export async function toReviewOf(page: Page, deviceIds: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "Continue to devices" }).click();
  await expect(page).toHaveURL(/step=who/);
  await pasteDevices(page, deviceIds);
  await page.getByRole("button", { name: /Continue with/ }).click();
  await toReview(page);
}

/** Presses the button of the last step by its words; ends on the task's own page. */
export async function sendBy(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: words }).click();
  await expectTaskPage(page);
}

export async function choosePackage(page: Page, version = "3.2.1"): Promise<void> {
  await page.getByRole("radio", { name: version }).check();
  await page.getByRole("button", { name: "Continue to devices" }).click();
  await expect(page.getByRole("heading", { name: "Which devices?" })).toBeVisible();
}

/** Chooses one group and goes on; answers how many devices the button counted. */
export async function chooseGroup(page: Page, group: string): Promise<number> {
  await page.getByRole("checkbox", { name: group }).check();
  const goOn = page.getByRole("button", { name: /Continue with .* devices?/ });
  const count = numberIn(await goOn.textContent());
  await goOn.click();
  await expect(page.getByRole("heading", { name: "When does it start?" })).toBeVisible();
  return count;
}

/** From the third step to the last: two more tries for a device that fails, unless `again` says else. */
export async function toReview(page: Page, again?: string): Promise<void> {
  if (again !== undefined) await page.getByLabel("Tries again").selectOption({ label: again });
  await page.getByRole("button", { name: "Continue to review" }).click();
  await expect(page.getByRole("heading", { name: "Read it back" })).toBeVisible();
}

/** Walks to the last step with one group; answers how many devices it has. */
export async function reviewUpgradeOf(page: Page, group: string, again?: string): Promise<number> {
  await beginTask(page);
  await choosePackage(page);
  const count = await chooseGroup(page, group);
  await toReview(page, again);
  return count;
}

/** The button that sends. */
export const sendButton = (page: Page) => page.getByRole("button", { name: /^Update [\d,]+ devices?/ });

/** Types the number where one is asked for, and sends; ends on the task's own page. */
export async function send(page: Page, count: number): Promise<void> {
  await typeTheNumber(page, count);
  await sendButton(page).click();
  await expectTaskPage(page);
}

export async function typeTheNumber(page: Page, count: number): Promise<void> {
  if (count >= 1000) await page.getByLabel("How many devices?").fill(String(count));
}

/** Our page of a task, by our own id. Answers that id. */
export async function expectTaskPage(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]{36}$/);
  return page.url().split("/").at(-1) ?? "";
}
