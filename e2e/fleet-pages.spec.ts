import { expect, test } from "./fixtures";

test("a device is found by what it is, and shown with its gateway and its settings", async ({ operator: page }) => {
  await page.goto("/devices");
  await page.getByLabel("Product", { exact: true }).selectOption({ label: "GM-16" });
  await page.getByRole("searchbox", { name: "Name" }).fill("GM-16_01");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page).toHaveURL(/name=GM-16_01/);
  await expect(page.getByRole("main").getByRole("status").first()).toHaveText(/^~?[\d,]+ devices$/);
  await page.getByRole("main").locator("tbody").getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("GM-16_01_");
  await page.getByRole("link", { name: /^GG5-/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("GG-5_");
  await expect(page.getByRole("heading", { name: "Connected through it" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^GM-16_/ }).first()).toBeVisible();
});

test("a package is added as it lies in OBS, chosen for an upgrade, and removed", async ({
  operator: page,
  platform,
}) => {
  await page.goto("/packages?type=firmwarePackage");
  await page.getByRole("link", { name: "Add a package" }).first().click();
  await page.getByLabel("Product", { exact: true }).selectOption({ label: "WM-210" });
  await page.getByLabel("Version", { exact: true }).fill("9.0.1");
  await page.getByLabel(/^Installs over/).fill("3.2.1, 3.1.8");
  await page.getByLabel(/^Description/).fill("Made by a test");
  await page.getByLabel("Region", { exact: true }).fill("cn-north-4");
  await page.getByLabel("Bucket", { exact: true }).fill("fleet-packages");
  await page.getByLabel("Path of the object", { exact: true }).fill("WM-210/9.0.1.bin");
  await page.getByLabel(/^SHA-256/).fill("a".repeat(64));
  await page.getByRole("button", { name: "Add the package" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("WM-210 9.0.1");
  const sent = await platform.requests("CreateOtaPackage");
  expect(sent.map(({ status, body }) => ({ status, body }))).toEqual([
    {
      status: 201,
      body: {
        app_id: expect.stringMatching(/^[A-Za-z0-9_-]{1,36}$/),
        package_type: "firmwarePackage",
        product_id: expect.stringMatching(/^[a-f0-9]{24}$/),
        version: "9.0.1",
        support_source_versions: ["3.2.1", "3.1.8"],
        description: "Made by a test",
        file_location: {
          obs_location: {
            region_name: "cn-north-4",
            bucket_name: "fleet-packages",
            object_key: "WM-210/9.0.1.bin",
            sign_method: "SHA256",
            sign: "a".repeat(64),
          },
        },
      },
    },
  ]);
  const address = page.url();
  await page.goto("/tasks/new/firmwareUpgrade");
  await expect(page.getByRole("radio", { name: "9.0.1" })).toBeVisible();

  await page.goto(address);
  await page.getByRole("button", { name: "Remove…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Version").fill("9.0.1");
  await dialog.getByRole("button", { name: "Remove 9.0.1" }).click();
  await expect(page).toHaveURL(/\/packages\?type=firmwarePackage$/);
  await expect(page.getByRole("link", { name: "3.2.1" })).toBeVisible();
  await expect(page.getByRole("link", { name: "9.0.1" })).toBeHidden();
  expect((await platform.requests("DeleteOtaPackage")).map(({ status }) => status)).toEqual([204]);
});

test("the connection is told and tested without changing anything, and a refusal is shown as it came", async ({
  operator: page,
  platform,
}) => {
  await page.goto("/connection");
  await expect(page.getByText("Nothing here reaches real devices.")).toBeVisible();
  await platform.forget();
  await platform.fault({
    operation: "ListBatchTaskFiles",
    kind: "refuse",
    status: 403,
    code: "IOTDA.000021",
    message: "Operation not allowed. The user does not have the permission.",
  });
  await page.getByRole("button", { name: "Test every kind of call" }).click();
  await expect(page.getByText("13 answered, 1 failed, 0 not tried, in Metering.")).toBeVisible();
  await expect(page.getByText("IOTDA.000021").first()).toBeVisible();
  await expect(page.getByText("The clocks agree.")).toBeVisible();
  const asked = new Set((await platform.requests()).map(({ operation }) => operation));
  expect([...asked].filter((operation) => !/^(List|Show|Search)/.test(operation))).toEqual(["unknown"]);
  // The platform's clock is read where no signature is needed, at an address that is none of its calls.
  expect((await platform.violations()).map(({ method, url }) => `${method} ${url}`)).toEqual(["GET /"]);
  await platform.forget();
});
