import { expect, type Locator, type Page } from "@playwright/test";
import type { Platform } from "./platform";
import { numberIn } from "./wizard";

const HOUR = 3_600;
const FINAL = /^(Done|Partly done|Failed|Stopped)$/;

/** The word beside the title. */
export const standing = (page: Page): Locator => page.getByRole("heading", { level: 1 }).locator(".pill");

/** The number in the legend under the bar. */
export async function legend(page: Page, part: string): Promise<number> {
  const item = page.locator(".lgd").filter({ hasText: part });
  return numberIn(await item.locator(".lg-n").textContent());
}

/** Lets the platform's calendar run until the task has ended: its offline devices wait for more than a day. */
export async function finish(page: Page, platform: Platform): Promise<void> {
  await expect(async () => {
    await platform.advance(2 * HOUR);
    await expect(standing(page)).toHaveText(FINAL);
  }).toPass({ intervals: [0] });
}
