import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { legend, standing } from "./task-page";
import { beginTask, chooseGroup, choosePackage, expectTaskPage, toReview } from "./wizard";

// A platform that is away is something the browser hears of too.
test.use({ tolerated: /Failed to load resource/ });

const progress = (page: Page) => page.getByRole("region", { name: "Progress" });

test("odd words, missing counters and a silent platform are shown as they are, never as zero", async ({
  operator: page,
  platform,
}) => {
  test.slow();
  await page.goto("/");
  await beginTask(page);
  await page.getByText("Advanced").click();
  await page.getByRole("checkbox", { name: "Hold each device until confirmed" }).check();
  await choosePackage(page);
  const count = await chooseGroup(page, "District 1 pilot");
  await toReview(page);
  await page.getByRole("button", { name: `Update ${count} devices` }).click();
  await expectTaskPage(page);
  await expect.poll(() => legend(page, "Waiting")).toBe(count);

  await test.step("a word that nobody knows", async () => {
    await platform.fault({ operation: "ListBatchTasks", kind: "rewrite", body: { batchtasks: { status: "Pausing" } } });
    await expect(standing(page)).toHaveText("Unknown (Pausing)");
    await expect(page.getByText("The platform reports a state that this console does not know: Pausing")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Stop…/ })).toHaveAttribute("aria-disabled", "true");
    await platform.clearFaults();
    await expect(standing(page)).not.toHaveText(/Unknown/);
  });

  await test.step("counters that are missing", async () => {
    const task_progress = { removed: null, waitting: null };
    await platform.fault({ operation: "ListBatchTasks", kind: "rewrite", body: { batchtasks: { task_progress } } });
    const waiting = progress(page).locator(".lgd").filter({ hasText: "Waiting" });
    await expect(waiting).toContainText("not told");
    await expect(waiting.locator(".lg-n")).toHaveText("–");
    await platform.clearFaults();
    await expect.poll(() => legend(page, "Waiting")).toBe(count);
  });

  await test.step("counters that do not add up", async () => {
    const task_progress = { waitting: count - 3 };
    await platform.fault({ operation: "ListBatchTasks", kind: "rewrite", body: { batchtasks: { task_progress } } });
    await expect(
      progress(page).getByText(
        `3 devices of ${count} are in none of the platform’s counters. They are drawn as a gap.`,
      ),
    ).toBeVisible();
    await platform.clearFaults();
    await platform.fault({
      operation: "ListBatchTasks",
      kind: "rewrite",
      body: { batchtasks: { task_progress: { success: 2 } } },
    });
    await expect(
      progress(page).getByText(`The platform’s counters exceed its total of ${count} by 2.`, { exact: false }),
    ).toBeVisible();
    await platform.clearFaults();
  });

  await test.step("a platform that is away", async () => {
    await expect.poll(() => legend(page, "Waiting")).toBe(count);
    await platform.fault({ operation: "*", kind: "drop-before" });
    await expect(page.getByRole("main").getByText(/You see figures from/)).toBeVisible();
    expect(await legend(page, "Waiting")).toBe(count);
    await page.reload();
    await expect(page.getByRole("main").getByText(/You see figures from/)).toBeVisible();
    expect(await legend(page, "Waiting")).toBe(count);
    await page.goto("/tasks");
    await expect(page.getByRole("main").getByRole("row").nth(1)).toBeVisible();
    await page.goBack();
    await platform.clearFaults();
    // The monitor waits up to half a minute between its tries while the platform is away.
    await expect(page.getByRole("main").getByText(/You see figures from/)).toBeHidden({ timeout: 60_000 });
  });
  await page.getByRole("button", { name: /^Stop \d/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Stop ${count} devices` })
    .click();
  await expect(standing(page)).toHaveText("Stopped");
});
