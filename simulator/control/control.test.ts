import { mkdtempSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isObject } from "../json";
import { testServer } from "../test-server";
import { workbook } from "../test-workbook";

let platform: Awaited<ReturnType<typeof testServer>>;
beforeEach(async () => {
  platform = await testServer();
});
afterEach(() => platform.close());

const TASK = { task_name: "freeze_one", task_type: "freezeDevices", targets: ["WM210-07-000001"] };
const first = (value: unknown) => (Array.isArray(value) ? value.filter(isObject) : []);
const created = async () => {
  const { tasks } = await platform.control("GET", "/state");
  return isObject(tasks) ? tasks.total : undefined;
};

test("a refusal with its code and headers, as often as it was ordered", async () => {
  const { basic, control } = platform;
  const order = {
    operation: "ShowApplications",
    kind: "refuse",
    times: 2,
    status: 429,
    code: "APIGW.0308",
    message: "slow",
  };
  await control("POST", "/faults", { ...order, headers: { "Retry-After": "7" } });
  const answer = await basic("GET", "/apps");
  expect([answer.status, answer.body.error_code, answer.headers.get("retry-after")]).toEqual([429, "APIGW.0308", "7"]);
  expect((await basic("GET", "/products")).status).toBe(200);
  expect((await basic("GET", "/apps")).status).toBe(429);
  expect((await basic("GET", "/apps")).status).toBe(200);
});

test("a connection dropped before the effect creates nothing, after it creates the task", async () => {
  const { basic, control } = platform;
  const before = await created();
  await control("POST", "/faults", { operation: "CreateBatchTask", kind: "drop-before", times: 1 });
  await expect(basic("POST", "/batchtasks", TASK)).rejects.toThrow();
  expect(await created()).toBe(before);
  await control("POST", "/faults", { operation: "CreateBatchTask", kind: "drop-after", times: 1 });
  await expect(basic("POST", "/batchtasks", TASK)).rejects.toThrow();
  expect(await created()).toBe(Number(before) + 1);
});

test("a malformed answer is not JSON, and the fault can be taken back", async () => {
  const { basic, control } = platform;
  await control("POST", "/faults", { operation: "*", kind: "malformed" });
  expect(await basic("GET", "/apps")).toMatchObject({ status: 200, body: {} });
  await control("DELETE", "/faults");
  expect((await basic("GET", "/apps")).body).toHaveProperty("applications");
});

test("a rewrite puts unknown words in and takes counters out, in every item of a list", async () => {
  const { basic, control } = platform;
  const body = { batchtasks: { status: "Pausing", task_progress: { removed: null, waitting: null } } };
  await control("POST", "/faults", { operation: "ListBatchTasks", kind: "rewrite", body });
  const answer = await basic("GET", "/batchtasks?task_type=firmwareUpgrade");
  const tasks = Array.isArray(answer.body.batchtasks) ? answer.body.batchtasks.filter(isObject) : [];
  expect(tasks.length).toBeGreaterThan(1);
  for (const task of tasks) {
    expect(task.status).toBe("Pausing");
    expect(task.task_progress).toHaveProperty("total");
    expect(task.task_progress).not.toHaveProperty("removed");
  }
});

test("a delay holds the answer back", async () => {
  const { basic, control } = platform;
  await control("POST", "/faults", { operation: "ShowApplications", kind: "delay", ms: 60, times: 1 });
  const begun = performance.now();
  await basic("GET", "/apps");
  expect(performance.now() - begun).toBeGreaterThanOrEqual(55);
});

test("advancing moves the calendar and leaves signatures as they are", async () => {
  const { basic, control } = platform;
  const { now } = await control("POST", "/advance", { seconds: 3 * 86_400 });
  expect(now).toBe("2026-01-13T12:00:00.000Z");
  const answer = await basic("POST", "/batchtasks", TASK);
  expect([answer.status, answer.body.create_time]).toEqual([201, "20260113T120000Z"]);
});

test("the request log has what was sent", async () => {
  const { basic, control } = platform;
  await basic("POST", "/batchtasks", TASK);
  const { requests } = await control("GET", "/requests?operation=CreateBatchTask");
  expect(requests).toMatchObject([
    { operation: "CreateBatchTask", method: "POST", status: 201, body: TASK, violation: null },
  ]);
});

test("a device is told what to be and how to fail", async () => {
  const { basic, control } = platform;
  const devices = await basic("GET", "/devices?limit=1");
  const device = Array.isArray(devices.body.devices) ? devices.body.devices.filter(isObject)[0] : undefined;
  const id = String(device?.device_id);
  await control("POST", `/devices/${id}`, { status: "OFFLINE", fw_version: "9.9" });
  expect((await basic("GET", `/devices/${id}`)).body).toMatchObject({ status: "OFFLINE", fw_version: "9.9" });
  await expect(control("POST", `/devices/${id}`, { mood: "bad" })).rejects.toThrow("400");
  await expect(control("POST", "/devices/nobody", { status: "OFFLINE" })).rejects.toThrow("404");
});

test("what is inside can be read: a task's request and rows, files, devices with their secrets", async () => {
  const { basic, control, upload } = platform;
  const rows = [
    ["device_id", "device_name"],
    ["nobody", "x"],
  ];
  const { body: file } = await upload("rows.xlsx", workbook(rows));
  const request = { task_name: "inside", task_type: "updateDevices", document_source: String(file.file_id) };
  const { body: task } = await basic("POST", "/batchtasks", request);
  expect(await control("GET", `/tasks/${String(task.task_id)}`)).toMatchObject({ request, rows: null });
  await control("POST", "/advance", { seconds: 60 });
  const read = { request, rows: [{ device_id: "nobody", device_name: "x" }], targets: 1 };
  expect(await control("GET", `/tasks/${String(task.task_id)}`)).toMatchObject(read);
  expect(await control("GET", "/tasks?name=inside")).toMatchObject({ tasks: [read] });
  expect(await control("GET", "/files")).toMatchObject({ files: [{ file_name: "rows.xlsx", sheets: [rows] }] });
  const [product] = first((await basic("GET", "/products")).body.products);
  const auth_info = { secret: "my-own-secret" };
  const { app_id = "", product_id = "" } = product ?? {};
  await basic("POST", "/devices", { app_id, product_id, node_id: "n", device_id: "d", auth_info });
  expect(await control("GET", "/devices/d")).toMatchObject({ ...auth_info, status: "INACTIVE", received: [] });
  await expect(control("GET", "/devices/nobody")).rejects.toThrow("404");
});

test("an ordered failure strikes tasks of every type, and single commands", async () => {
  const { basic, control } = platform;
  const [device] = first((await basic("GET", "/devices?limit=1")).body.devices);
  const id = String(device?.device_id);
  await control("POST", `/devices/${id}`, { fail: { code: "IOTDA.014999", message: "ordered", times: 2 } });
  const { body } = await basic("POST", "/batchtasks", { ...TASK, targets: [id] });
  await control("POST", "/advance", { seconds: 60 });
  const { task_details } = (await basic("GET", `/batchtasks/${String(body.task_id)}`)).body;
  expect(task_details).toMatchObject([{ status: "Fail", error: { error_code: "IOTDA.014999", error_msg: "ordered" } }]);
  const answer = await basic("POST", `/devices/${id}/commands`, { paras: {} });
  expect([answer.status, answer.body.error_code]).toEqual([403, "IOTDA.014999"]);
});

test("only this machine may control: a caller without a loopback address is refused", async () => {
  const socketPath = join(mkdtempSync(join(tmpdir(), "simulator-")), "socket");
  const remote = await testServer("any", socketPath);
  const status = await new Promise((resolve, reject) => {
    get({ socketPath, path: "/_sim/state" }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once("error", reject);
  });
  remote.close();
  expect(status).toBe(403);
});

test("a reset makes another fleet and forgets faults and requests", async () => {
  const { control } = platform;
  await control("POST", "/faults", { operation: "*", kind: "malformed" });
  const state = await control("POST", "/reset", { seed: 2, devices: 250 });
  expect(state).toMatchObject({ seed: 2, devices: { total: 250 }, faults: [], violations: 0 });
});
