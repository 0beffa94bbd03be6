import { expect, type Locator, type Page } from "@playwright/test";

/** Chooses whose devices a command, a message or settings are for. */
export async function chooseProduct(page: Page, name: string): Promise<void> {
  await page.getByRole("radio", { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole("button", { name: "Change product" })).toBeVisible();
}

/** On the form of a command: the product, the service, the command. */
export async function chooseCommand(page: Page, product: string, service: string, command: string): Promise<void> {
  await chooseProduct(page, product);
  await page.getByLabel("Service", { exact: true }).selectOption(service);
  await page.getByLabel("Command", { exact: true }).selectOption(command);
}

/** The control of a value that is typed; its label may say "required" after the name. */
export const field = (page: Page, name: string): Locator => page.getByLabel(new RegExp(`^${name}( ?required)?$`));

/** Chooses one of a value's few choices. */
export async function chooseValue(page: Page, name: string, choice: string): Promise<void> {
  // The radio itself is only for screen readers; people press its label.
  await page
    .getByRole("group", { name, exact: true })
    .getByRole("radio", { name: choice, exact: true })
    .check({ force: true });
}

/** Pastes rows as they are copied out of a spreadsheet, and waits until they are saved. */
export async function pasteRows(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await page.getByRole("button", { name: "Paste a list" }).click();
  await page.getByRole("textbox", { name: "Rows" }).fill(rows.map((cells) => cells.join("\t")).join("\n"));
  await page.getByRole("button", { name: "Check the list" }).click();
  await expect(page.getByText(/^[\d,]+ rows? saved with this draft, encrypted$/)).toBeVisible();
}
