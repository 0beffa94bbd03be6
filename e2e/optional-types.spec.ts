import { expect, SMALL_PLATFORM, test } from "./fixtures";
import { GAS_METER, GATEWAYS } from "./fleet";
import { pasteRows } from "./forms";
import { expectRowsSent, SPACE_ID, taskNamed } from "./request";
import { standing } from "./task-page";
import { choosePackage, openType, pasteDevices, sendBy, toReview } from "./wizard";

test.use({ wishes: SMALL_PLATFORM });

test("a module upgrade names its package in a list", async ({ operator: page, platform }) => {
  await page.goto("/tasks/new/moduleUpgrade");
  await choosePackage(page, "1.3.0");
  await pasteDevices(page, GATEWAYS);
  await page.getByRole("button", { name: /Continue with/ }).click();
  await toReview(page);
  await sendBy(page, "Update 2 devices");
  const { items } = await (await page.request.get("/api/packages?type=modulePackage")).json();
  expect(await platform.created()).toEqual([
    {
      status: 201,
      body: {
        app_id: SPACE_ID,
        task_name: taskNamed("Module_1_3_0_for_GG_5"),
        task_type: "moduleUpgrade",
        targets: GATEWAYS,
        document: { package_ids: [items[0].id] },
      },
    },
  ]);
});

test("a gas meter moves to the gateway of its row", async ({ operator: page, platform }) => {
  const [from, to] = GATEWAYS;
  expect(await platform.readDevice(GAS_METER)).toMatchObject({ gateway_id: from });
  await openType(page, "Move to another gateway");
  await page.getByRole("button", { name: "Continue to devices" }).click();
  await pasteRows(page, [
    ["设备ID", "网关ID"],
    [GAS_METER, to],
  ]);
  await page.getByRole("button", { name: /Continue with/ }).click();
  await toReview(page);
  await sendBy(page, "Move 1 device");
  await expect(standing(page)).toHaveText("Done");
  await expectRowsSent(platform, "Move_to_another_gateway", "changeGateway", [
    { device_id: GAS_METER, gateway_id: to },
  ]);
  expect(await platform.readDevice(GAS_METER)).toMatchObject({ gateway_id: to });
});
