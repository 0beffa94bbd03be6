import { expect, signIn, signOut, test } from "./fixtures";
import {
  beginTask,
  chooseGroup,
  choosePackage,
  expectTaskPage,
  reviewUpgradeOf,
  send,
  sendButton,
  toReview,
  typeTheNumber,
} from "./wizard";

// What is asked after a session has ended is refused, and the browser says so.
test.use({ tolerated: /status of 401/ });

// Small groups: what counts here is how often the platform is told.
const GROUPS = ["District 1 pilot", "District 2 pilot", "District 3 pilot"] as const;

test("a double click sends one task", async ({ operator, platform }) => {
  await operator.goto("/");
  const count = await reviewUpgradeOf(operator, GROUPS[0]);
  await typeTheNumber(operator, count);
  await sendButton(operator).dblclick();
  await expectTaskPage(operator);
  await expect(operator.getByText("On the platform as")).toBeVisible();
  expect(await platform.requests("CreateBatchTask")).toHaveLength(1);
});

test("two tabs that send the same draft at once get the same task", async ({ operator, platform }) => {
  await operator.goto("/");
  const count = await reviewUpgradeOf(operator, GROUPS[1]);
  await typeTheNumber(operator, count);
  await expect(operator.getByText("Draft saved")).toBeVisible();
  const other = await operator.context().newPage();
  await other.goto(operator.url());
  await typeTheNumber(other, count);
  await Promise.all([sendButton(operator).click(), sendButton(other).click()]);
  expect(await expectTaskPage(operator)).toBe(await expectTaskPage(other));
  await expect(operator.getByText(/On the platform as/)).toBeVisible();
  expect(await platform.requests("CreateBatchTask")).toHaveLength(1);
});

test("Enter and a click together send one task", async ({ operator, platform }) => {
  await operator.goto("/");
  const count = await reviewUpgradeOf(operator, GROUPS[2]);
  await typeTheNumber(operator, count);
  await sendButton(operator).focus();
  // By its handle, because a click by name would wait for a button that the first press may have taken away.
  const button = await sendButton(operator).elementHandle();
  await Promise.all([operator.keyboard.press("Enter"), button?.dispatchEvent("click")]);
  await expectTaskPage(operator);
  await expect(operator.getByText(/On the platform as/)).toBeVisible();
  expect(await platform.requests("CreateBatchTask")).toHaveLength(1);
});

test("a draft survives reload, back, forward, signing out and signing in", async ({ page, world, platform }) => {
  await signIn(page, world);
  await beginTask(page);
  await choosePackage(page);
  await page.goBack();
  await expect(page.getByRole("radio", { name: "3.2.1" })).toBeChecked();
  await page.getByLabel("Title").fill("Night rollout 3.2.1, north");
  await page.goForward();
  const count = await chooseGroup(page, GROUPS[0]);
  await toReview(page, "Once more");
  await expect(page.getByText("Draft saved")).toBeVisible();
  await page.reload();
  const sentence = page.locator("p.rev-s");
  const said = `Update ${count} devices in ${GROUPS[0]} to firmware 3.2.1, starting as soon as it is sent, with up to 2 tries each.`;
  await expect(sentence).toHaveText(said);

  await page.getByRole("button", { name: "Save and close" }).click();
  await expect(page).toHaveURL(/\/tasks\/new$/);
  await signOut(page);
  await signIn(page, world, "/tasks/new");
  await page.getByRole("link", { name: "Continue Night rollout 3.2.1, north" }).click();
  await expect(sentence).toHaveText(said);
  expect(await platform.requests("CreateBatchTask")).toEqual([]);
  await send(page, count);
  await expect(page.getByText(/On the platform as Night_rollout_3_2_1_north_[0-9a-f]{8}$/)).toBeVisible();
  await expect
    .poll(() => platform.requests("CreateBatchTask"))
    .toMatchObject([{ status: 201, body: { task_policy: { retry_count: 1, retry_interval: 5 } } }]);
});

test("a session that ends in the middle of the wizard loses nothing", async ({ page, world }) => {
  await signIn(page, world);
  await beginTask(page);
  await choosePackage(page);
  await expect(page.getByText("Draft saved")).toBeVisible();
  await page.context().clearCookies();
  await page.getByRole("checkbox", { name: GROUPS[0] }).check();
  await page.getByRole("link", { name: "Sign in and go on" }).click();
  await page.getByLabel("Email").fill(world.admin.email);
  await page.getByLabel("Password").fill(world.admin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(
    page.getByRole("radio", { name: "3.2.1" }).or(page.getByRole("checkbox", { name: GROUPS[0] })),
  ).toBeChecked();
});
