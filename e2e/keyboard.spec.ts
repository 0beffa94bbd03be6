import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { METERS } from "./fleet";
import { expectTaskPage } from "./wizard";

/** Walks with Tab, as far as a person would. */
async function tab(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const isField =
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement;
      const label = isField ? [...(element.labels ?? [])].map((one) => one.textContent) : [];
      return [element?.getAttribute("aria-label"), ...label, element?.textContent].join(" ");
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

test("an upgrade is made with the keyboard alone", async ({ operator: page, platform }) => {
  test.slow();
  const { keyboard } = page;
  const tabTo = (name: RegExp) => tab(page, name);
  await page.goto("/tasks/new");
  await expect(page.getByRole("link", { name: "Update firmware" })).toBeVisible();
  await tabTo(/Install a new firmware version/);
  await keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "3.2.1" })).toBeVisible();
  await tabTo(/WM-210|SD-3|SL-8|GG-5|GM-16|HM-40/);
  // Arrows move and choose within the list, to the package that is wanted.
  for (let presses = 0; presses < 20 && !(await page.getByRole("radio", { name: "3.2.1" }).isChecked()); presses += 1)
    await keyboard.press("ArrowDown");
  await tabTo(/Continue to devices/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Which devices?" })).toBeVisible();
  await tabTo(/District 1 pilot/);
  await keyboard.press("Space");
  await expect(page.getByRole("button", { name: /Continue with \d+ devices/ })).toBeVisible();
  await tabTo(/Continue with/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "When does it start?" })).toBeVisible();
  await tabTo(/Continue to review/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Read it back" })).toBeVisible();
  await tabTo(/^ ?Update \d+ devices/);
  await keyboard.press("Enter");
  await expectTaskPage(page);
  await expect.poll(async () => (await platform.requests("CreateBatchTask")).length).toBe(1);
});

test("a command is sent to a pasted list with the keyboard alone", async ({ operator: page, platform }) => {
  test.slow();
  const { keyboard } = page;
  const tabTo = (name: RegExp) => tab(page, name);
  const [meter = ""] = METERS.typed;
  await page.goto("/tasks/new/createCommands");
  await expect(page.getByRole("radio", { name: /^WM-210/ })).toBeVisible();
  await tabTo(/^ ?(WM-210|HM-40|GG-5|GM-16)/);
  for (let presses = 0; presses < 9 && !(await page.getByRole("radio", { name: /^WM-210/ }).isChecked()); presses += 1)
    await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await tabTo(/^ ?Service/);
  await keyboard.type("Valve");
  await tabTo(/^ ?Command/);
  await keyboard.type("exercise");
  await expect(page.getByLabel("Command", { exact: true })).toHaveValue("exercise_valve");
  await tabTo(/^ ?cycles/);
  await keyboard.type("3");
  await tabTo(/Continue to devices/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Which devices?" })).toBeVisible();
  await tabTo(/Device group|List of devices/);
  if (!(await page.getByRole("radio", { name: "List of devices" }).isChecked())) await keyboard.press("ArrowRight");
  await tabTo(/^ ?Paste a list/);
  await keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Device IDs" })).toBeFocused();
  await keyboard.insertText(meter);
  await tabTo(/^ ?Check the list/);
  await keyboard.press("Enter");
  await expect(page.getByText("1 device ID saved with this draft", { exact: true })).toBeVisible();
  await tabTo(/^ ?Continue with 1 device/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "When does it start?" })).toBeVisible();
  await tabTo(/Continue to review/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Read it back" })).toBeVisible();
  await tabTo(/^ ?Send to 1 device/);
  await keyboard.press("Enter");
  await expectTaskPage(page);
  expect((await platform.created()).map(({ body }) => [body?.targets, body?.document])).toEqual([
    [[meter], { service_id: "Valve", command_name: "exercise_valve", paras: { cycles: 3 } }],
  ]);
});

test("a device is registered, its faulty cell corrected, with the keyboard alone", async ({
  operator: page,
  platform,
}) => {
  test.slow();
  const { keyboard } = page;
  const tabTo = (name: RegExp) => tab(page, name);
  const { items: products } = await (await page.request.get("/api/products")).json();
  const product = products.find(({ name }: { name: string }) => name === "WM-210").id;
  await page.goto("/tasks/new/createDevices");
  await expect(page.getByRole("button", { name: "Continue to devices" })).toBeVisible();
  await tabTo(/Continue to devices/);
  await keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Paste a list" })).toBeVisible();
  await tabTo(/^ ?Paste a list/);
  await keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Rows" })).toBeFocused();
  await keyboard.insertText(`product_id\tnode_id\n${product}\te2e-keys-1\n${product}\te2e keys 2`);
  await tabTo(/^ ?Check the list/);
  await keyboard.press("Enter");
  await expect(page.getByText("1 row saved with this draft, encrypted", { exact: true })).toBeVisible();
  await tabTo(/^ ?Node ID in row 3/);
  await keyboard.press("Control+A");
  await keyboard.type("e2e-keys-2");
  await keyboard.press("Enter");
  await expect(page.getByText("2 rows saved with this draft, encrypted", { exact: true })).toBeVisible();
  await tabTo(/^ ?Continue with 2 devices/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "When does it start?" })).toBeVisible();
  await tabTo(/Continue to review/);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Read it back" })).toBeVisible();
  await tabTo(/^ ?Register 2 devices/);
  await keyboard.press("Enter");
  await expectTaskPage(page);
  await expect.poll(() => platform.readDevice(`${product}_e2e-keys-2`)).not.toBeNull();
});
