import { expect, SMALL_PLATFORM, test } from "./fixtures";
import { standing } from "./task-page";
import { beginTask, chooseGroup, choosePackage, expectTaskPage, toReview } from "./wizard";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// A platform of its own: where other tests have moved the calendar, the day after tomorrow may be over.
test.use({ wishes: SMALL_PLATFORM });

test("an operator leaves the start to a night in another zone, and to the platform", async ({ operator, platform }) => {
  await operator.goto("/");
  await beginTask(operator);
  await choosePackage(operator);
  const count = await chooseGroup(operator, "District 1 pilot");
  const dayAfterTomorrow = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
  await operator.getByRole("radio", { name: /At a set time/ }).check();
  await operator.getByRole("combobox", { name: "Time zone" }).fill("Shanghai");
  await operator.getByRole("option", { name: /Asia\/Shanghai/ }).click();
  await operator.getByRole("textbox", { name: "Date" }).fill(dayAfterTomorrow);
  await operator.getByLabel("Time", { exact: true }).fill("02:30");
  // Shanghai is eight hours ahead of UTC all year round.
  const start = new Date(Date.parse(`${dayAfterTomorrow}T02:30:00Z`) - 8 * HOUR_MS);
  await expect(operator.locator(".start-kv")).toContainText("18:30");
  await toReview(operator);
  await operator.getByRole("button", { name: `Schedule ${count} devices` }).click();
  await expectTaskPage(operator);
  await expect(standing(operator)).toHaveText("Scheduled");
  const [request, ...more] = await platform.requests("CreateBatchTask");
  expect(more).toEqual([]);
  expect(request?.body?.task_policy).toEqual({
    schedule_time: `${start.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`,
    retry_count: 2,
    retry_interval: 5,
  });
});
