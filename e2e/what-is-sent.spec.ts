import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { HEAT_METERS, METERS } from "./fleet";
import { chooseCommand, chooseProduct, chooseValue, field } from "./forms";
import type { Platform } from "./platform";
import { SPACE_ID, taskNamed } from "./request";
import { choosePackage, openType, pasteDevices, sendBy, toReview, toReviewOf } from "./wizard";

/** One task was created, and its request is this one, to the last field. */
async function expectSent(platform: Platform, name: string, rest: Record<string, unknown>): Promise<void> {
  expect(await platform.created()).toEqual([
    { status: 201, body: { app_id: SPACE_ID, task_name: taskNamed(name), ...rest } },
  ]);
}

/** The id of the only package of this version. */
async function packageId(page: Page, type: string, version: string): Promise<string> {
  const { items } = await (await page.request.get(`/api/packages?type=${type}`)).json();
  return items.find((one: { version: string }) => one.version === version).id;
}

test("software for a list of devices, tried again as proposed", async ({ operator: page, platform }) => {
  const [device = ""] = METERS.upgraded;
  await page.goto("/tasks/new/softwareUpgrade");
  await choosePackage(page, "1.7.0");
  await pasteDevices(page, [device]);
  await page.getByRole("button", { name: /Continue with/ }).click();
  await toReview(page);
  await sendBy(page, "Update 1 device");
  await expectSent(platform, "Software_1_7_0_for_WM_210", {
    task_type: "softwareUpgrade",
    targets: [device],
    document: { package_id: await packageId(page, "softwarePackage", "1.7.0") },
    task_policy: { retry_count: 2, retry_interval: 5 },
  });
});

test("firmware with everything that an upgrade can be given", async ({ operator: page, platform }) => {
  const [, device = ""] = METERS.upgraded;
  await page.goto("/tasks/new/firmwareUpgrade");
  await page.getByText("Advanced").click();
  await page.getByRole("checkbox", { name: "Gateway mode" }).check();
  await page.getByRole("checkbox", { name: "Hold each device until confirmed" }).check();
  await page.getByLabel("Extra information for the devices").fill('{"window":"night","counter":9007199254740993}');
  await choosePackage(page, "3.2.1");
  await pasteDevices(page, [device]);
  await page.getByRole("button", { name: /Continue with/ }).click();
  await page.getByLabel("Minutes between tries").fill("1440");
  await toReview(page, "5 times more");
  await sendBy(page, "Update 1 device");
  await expectSent(platform, "Firmware_3_2_1_for_WM_210", {
    task_type: "firmwareUpgrade",
    task_mode: "GATEWAY",
    need_confirm: true,
    // As JavaScript reads it; that every digit arrives is held to below.
    task_ext_info: { window: "night", counter: Number("9007199254740993") },
    targets: [device],
    document: { package_id: await packageId(page, "firmwarePackage", "3.2.1") },
    task_policy: { retry_count: 5, retry_interval: 1440 },
  });
});

test("a command from the form of its product", async ({ operator: page, platform }) => {
  await openType(page, "Send a command");
  await chooseCommand(page, "WM-210", "Valve", "set_valve_position");
  await chooseValue(page, "position", "half");
  await field(page, "opening").fill("12.5");
  await chooseValue(page, "force", "Yes (true)");
  await toReviewOf(page, METERS.commanded);
  await expect(page.locator("p.rev-s")).toHaveText(
    "Send the command set_valve_position with position = half, opening = 12.5, force = true to 2 devices from Pasted list, starting as soon as it is sent.",
  );
  await sendBy(page, "Send to 2 devices");
  await expectSent(platform, "Send_a_command", {
    task_type: "createCommands",
    targets: METERS.commanded,
    document: {
      service_id: "Valve",
      command_name: "set_valve_position",
      paras: { position: "half", opening: 12.5, force: true },
    },
  });
});

test("a command written as JSON, after its fault was told at its line", async ({ operator: page, platform }) => {
  await openType(page, "Send a command");
  await chooseCommand(page, "WM-210", "Valve", "set_valve_position");
  await page.getByRole("radio", { name: "JSON", exact: true }).check({ force: true });
  const editor = page.getByRole("textbox", { name: "Values as JSON" });
  await editor.fill('{\n  "position": "closed",\n  "opening": 250\n}');
  await page.getByRole("button", { name: "Continue to devices" }).click();
  await expect(page.locator(".mf-marks li")).toHaveText(/^Line 3, column \d+: It takes 0 to 100\.$/);
  await expect(page).not.toHaveURL(/step=who/);
  await editor.fill('{\n  "position": "closed",\n  "opening": 25.5\n}');
  await expect(page.locator(".mf-marks")).toBeHidden();
  await page.getByRole("radio", { name: "Form", exact: true }).check({ force: true });
  await expect(field(page, "opening")).toHaveValue("25.5");
  await toReviewOf(page, METERS.written);
  await sendBy(page, "Send to 2 devices");
  await expectSent(platform, "Send_a_command", {
    task_type: "createCommands",
    targets: METERS.written,
    document: {
      service_id: "Valve",
      command_name: "set_valve_position",
      paras: { position: "closed", opening: 25.5 },
    },
  });
});

test("a queued command with a value of every type, to the last digit", async ({
  operator: page,
  platform,
  request,
  world,
}) => {
  await openType(page, "Send a queued command");
  await chooseCommand(page, "HM-40", "Heat", "write_settings");
  await field(page, "label").fill("Flat 4");
  await field(page, "valid_from").fill("2026-12-01T02:30:00");
  await chooseValue(page, "mode", "saving");
  await field(page, "interval").fill("15");
  await field(page, "counter").fill("9007199254740993");
  await field(page, "factor").fill("0.05");
  await chooseValue(page, "sealed", "No (false)");
  await page.getByRole("textbox", { name: "New entry of contacts" }).fill("+49 30 1");
  await page.getByRole("textbox", { name: "New entry of contacts" }).press("Enter");
  await field(page, "limits").fill('{"high": 80}');
  await page.getByLabel("Kept for", { exact: true }).fill("172800");
  await toReviewOf(page, HEAT_METERS);
  await sendBy(page, "Queue for 2 devices");
  await expectSent(platform, "Send_a_queued_command", {
    task_type: "createAsyncCommands",
    targets: HEAT_METERS,
    document: {
      service_id: "Heat",
      command_name: "write_settings",
      paras: {
        label: "Flat 4",
        valid_from: "20261201T023000Z",
        mode: "saving",
        interval: 15,
        counter: Number("9007199254740993"),
        factor: 0.05,
        sealed: false,
        contacts: ["+49 30 1"],
        limits: { high: 80 },
      },
      send_strategy: "delay",
      expire_time: 172_800,
    },
  });
  const log = await request.get(`${world.simulator.endpoint}/_sim/requests?operation=CreateBatchTask`);
  expect(await log.text()).toContain('"counter":9007199254740993,');
});

test("a message with its topic, its time to live and its properties", async ({ operator: page, platform }) => {
  await openType(page, "Send a message");
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("Maintenance tonight, 02:00");
  await page.getByRole("radio", { name: /^Exactly as it is/ }).check();
  await page.getByRole("radio", { name: /^A topic of the product/ }).check();
  await page.getByRole("textbox", { name: "A topic of the product" }).fill("notices/night");
  await page.getByLabel("Kept for devices that are away").fill("30");
  await page.getByText("Name and properties").click();
  await page.getByLabel("Name of the message").fill("night_notice");
  await page.getByLabel("Correlation data").fill("notice-7");
  await page.getByLabel("Topic for the answer").fill("answers/night");
  await page.getByRole("button", { name: "Add a property" }).click();
  await page.getByLabel("Key of property 1").fill("priority");
  await page.getByLabel("Value of property 1").fill("low");
  await toReviewOf(page, METERS.messaged);
  await sendBy(page, "Send to 2 devices");
  await expectSent(platform, "Send_a_message", {
    task_type: "createMessages",
    targets: METERS.messaged,
    document: {
      message: "Maintenance tonight, 02:00",
      name: "night_notice",
      payload_format: "raw",
      topic: "notices/night",
      ttl: 30,
      properties: {
        correlation_data: "notice-7",
        response_topic: "answers/night",
        user_properties: [{ prop_key: "priority", prop_value: "low" }],
      },
    },
  });
});

test("settings: one set, one cleared, and a whole service cleared", async ({ operator: page, platform }) => {
  await openType(page, "Set desired settings");
  await chooseProduct(page, "WM-210");
  await page.getByRole("button", { name: "Add a service" }).click();
  await page.getByLabel("Service", { exact: true }).selectOption("Valve");
  await chooseValue(page, "position", "closed");
  await page.getByRole("checkbox", { name: "Clear the desired value of leak_shutoff" }).check();
  await page.getByRole("button", { name: "Add a service" }).click();
  await page.getByLabel("Service", { exact: true }).nth(1).selectOption("Meter");
  await page
    .getByRole("radio", { name: /^Clear everything that is desired/ })
    .nth(1)
    .check();
  await toReviewOf(page, METERS.set);
  await sendBy(page, "Set on 2 devices");
  await expectSent(platform, "Set_desired_settings", {
    task_type: "updateDeviceShadows",
    targets: METERS.set,
    document: {
      shadow: [
        { service_id: "Valve", desired: { position: "closed", leak_shutoff: null } },
        { service_id: "Meter", desired: {} },
      ],
    },
  });
});
