import { expect, test } from "./fixtures";
import { METERS } from "./fleet";
import { pasteRows } from "./forms";
import { expectRowsSent } from "./request";
import { standing } from "./task-page";
import { openType, sendBy, toReview } from "./wizard";

test("devices are registered as their rows say, and the file is taken away", async ({ operator: page, platform }) => {
  const { items: products } = await (await page.request.get("/api/products")).json();
  const product = products.find(({ name }: { name: string }) => name === "WM-210").id;
  await openType(page, "Register devices");
  await page.getByRole("button", { name: "Continue to devices" }).click();
  await pasteRows(page, [
    ["Product", "设备标识码", "Device name", "Secret", "secure access", "Timeout", "描述"],
    [product, "e2e-paste-1", "水表_1", "Secret-of-paste-1", "TRUE", "3600", "Mill_Lane_1"],
    [product, "0000123", "", "", "", "", ""],
  ]);
  await page.getByRole("button", { name: /Continue with 2 devices/ }).click();
  await toReview(page);
  await sendBy(page, "Register 2 devices");
  await expect(standing(page)).toHaveText("Done");
  await expectRowsSent(platform, "Register_devices", "createDevices", [
    {
      product_id: product,
      node_id: "e2e-paste-1",
      device_name: "水表_1",
      secret: "Secret-of-paste-1",
      secure_access: "true",
      timeout: "3600",
      description: "Mill_Lane_1",
    },
    { product_id: product, node_id: "0000123" },
  ]);
  expect(await platform.readDevice(`${product}_e2e-paste-1`)).toMatchObject({
    device_name: "水表_1",
    secret: "Secret-of-paste-1",
  });
  expect(await platform.readDevice(`${product}_0000123`)).not.toBeNull();
});

test("devices get the names of their rows, and keep what the rows leave open", async ({ operator: page, platform }) => {
  const [first = "", second = ""] = METERS.renamed;
  const before = await platform.readDevice(second);
  await openType(page, "Change device details");
  await page.getByRole("button", { name: "Continue to devices" }).click();
  await pasteRows(page, [
    ["device_id", "device_name", "description"],
    [first, "Cellar_7", ""],
    [second, "", "Behind_the_stairs"],
  ]);
  await page.getByRole("button", { name: /Continue with 2 devices/ }).click();
  await toReview(page);
  await sendBy(page, "Change 2 devices");
  await expect(standing(page)).toHaveText("Done");
  await expectRowsSent(platform, "Change_device_details", "updateDevices", [
    { device_id: first, device_name: "Cellar_7" },
    { device_id: second, description: "Behind_the_stairs" },
  ]);
  expect(await platform.readDevice(first)).toMatchObject({ device_name: "Cellar_7" });
  expect(await platform.readDevice(second)).toMatchObject({
    device_name: before?.device_name,
    description: "Behind_the_stairs",
  });
});
