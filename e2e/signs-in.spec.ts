import { expect, expectAccessible, signIn, test } from "./fixtures";

test("an operator signs in and out, and nothing answers without a session", async ({ page, world, request }) => {
  expect((await request.get("/api/health")).status()).toBe(200);
  expect((await request.get("/api/tasks")).status()).toBe(401);
  await page.goto("/tasks");
  await expect(page).toHaveURL(/\/sign-in/);
  await expectAccessible(page);
  await signIn(page, world);
  await expect(page.getByRole("main")).toBeVisible();
  await expectAccessible(page);
});
