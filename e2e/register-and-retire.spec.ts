import { expect, test } from "./fixtures";
import { METERS } from "./fleet";
import { SPACE_ID, taskNamed } from "./request";
import { standing } from "./task-page";
import { expectTaskPage, openType, sendBy, toReview, toReviewOf } from "./wizard";

test("devices are frozen, and let in again by the group", async ({ operator, platform }) => {
  const [first = ""] = METERS.frozen;
  await openType(operator, "Freeze devices");
  await toReviewOf(operator, METERS.frozen);
  await expect(operator.locator("p.rev-s")).toHaveText(
    "Freeze 2 devices from Pasted list, starting as soon as it is sent.",
  );
  await sendBy(operator, "Freeze 2 devices");
  await expect(standing(operator)).toHaveText("Done");
  expect(await platform.created()).toEqual([
    {
      status: 201,
      body: {
        app_id: SPACE_ID,
        task_name: taskNamed("Freeze_devices"),
        task_type: "freezeDevices",
        targets: METERS.frozen,
      },
    },
  ]);
  expect(await platform.readDevice(first)).toMatchObject({ status: "FROZEN" });

  await platform.forget();
  await openType(operator, "Unfreeze devices");
  await operator.getByRole("button", { name: "Continue to devices" }).click();
  await operator.getByRole("checkbox", { name: "Hospital and schools" }).check();
  await operator.getByRole("button", { name: /Continue with/ }).click();
  await toReview(operator);
  const { items } = await (await operator.request.get("/api/groups")).json();
  const group = items.find(({ name }: { name: string }) => name === "Hospital and schools").id;
  await sendBy(operator, /^Unfreeze [\d,]+ devices/);
  expect(await platform.created()).toEqual([
    {
      status: 201,
      body: {
        app_id: SPACE_ID,
        task_name: taskNamed("Unfreeze_devices"),
        task_type: "unfreezeDevices",
        targets_filter: { group_ids: [group] },
      },
    },
  ]);
});

test("a deletion is sent only after its number was typed, however small", async ({ operator, platform }) => {
  await openType(operator, "Delete devices");
  await toReviewOf(operator, METERS.deleted);
  const remove = operator.getByRole("button", { name: "Delete 2 devices" });
  // By force: the button says that it waits for the number, and answers to nothing before.
  await remove.click({ force: true });
  await expect(operator).toHaveURL(/step=review/);
  expect(await platform.created()).toEqual([]);
  await operator.getByLabel("How many devices?").fill("2");
  await remove.click();
  await expectTaskPage(operator);
  await expect(standing(operator)).toHaveText("Done");
  expect(await platform.created()).toEqual([
    {
      status: 201,
      body: {
        app_id: SPACE_ID,
        task_name: taskNamed("Delete_devices"),
        task_type: "deleteDevices",
        targets: METERS.deleted,
      },
    },
  ]);
  for (const id of METERS.deleted) expect(await platform.readDevice(id)).toBeNull();
});
