import { afterEach, beforeEach, expect, test } from "vitest";
import { isObject, type JsonObject } from "./json";
import { ACCOUNT, PROJECT, testServer } from "./test-server";
import { workbook } from "./test-workbook";

let platform: Awaited<ReturnType<typeof testServer>>;
beforeEach(async () => {
  platform = await testServer();
});
afterEach(async () => {
  const { violations } = await platform.control("GET", "/violations");
  const own = Array.isArray(violations) ? violations.filter(isObject) : [];
  expect(own.filter((entry) => String(entry.violation).startsWith("the simulator's own"))).toEqual([]);
  platform.close();
});

const HEADING = ["product_id", "node_id", "device_id", "device_name", "secret"];
const SMALL = workbook([["device_id"], ["d1"]]);
const list = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

async function tokenOf(endpoint: string): Promise<string> {
  const user = { name: ACCOUNT.user, password: ACCOUNT.password, domain: { name: ACCOUNT.domain } };
  const scope = { project: { name: ACCOUNT.region } };
  const body = JSON.stringify({ auth: { identity: { methods: ["password"], password: { user } }, scope } });
  const answer = await fetch(`${endpoint}/v3/auth/tokens`, { method: "POST", body });
  return answer.headers.get("x-subject-token") ?? "";
}

async function productId(): Promise<string> {
  const { body } = await platform.basic("GET", "/products?product_name=WM-210");
  return String(list(body.products)[0]?.product_id);
}

/** Uploads rows, makes a task of them, lets it end and answers it. */
async function run(type: string, rows: (string | number)[][]): Promise<{ task: JsonObject; details: JsonObject[] }> {
  const { body: file } = await platform.upload(`${type}_${rows.length}.xlsx`, workbook(rows));
  const created = await platform.basic("POST", "/batchtasks", {
    task_name: "from_file",
    task_type: type,
    document_source: String(file.file_id),
  });
  expect([created.status, created.body.document_source]).toEqual([201, undefined]);
  await platform.control("POST", "/advance", { seconds: 600 });
  const shown = await platform.basic("GET", `/batchtasks/${String(created.body.task_id)}?limit=50`);
  return { task: isObject(shown.body.batchtask) ? shown.body.batchtask : {}, details: list(shown.body.task_details) };
}

test("a file is uploaded with an unsigned payload, listed and deleted", async () => {
  const { upload, basic } = platform;
  const { status, body } = await upload("rows_1.xlsx", SMALL);
  expect(status).toBe(201);
  expect(body).toMatchObject({ file_name: "rows_1.xlsx", upload_time: "20260110T120000Z" });
  expect((await basic("GET", "/batchtask-files")).body).toEqual({ files: [body] });
  expect((await basic("DELETE", `/batchtask-files/${String(body.file_id)}`)).status).toBe(204);
  expect((await basic("GET", "/batchtask-files")).body).toEqual({ files: [] });
  const again = await basic("DELETE", `/batchtask-files/${String(body.file_id)}`);
  expect([again.status, again.body.error_code]).toEqual([404, "IOTDA.014600"]);
});

test("an upload without the header of an unsigned payload is refused", async () => {
  expect((await platform.upload("rows.xlsx", SMALL, false)).status).toBe(401);
});

test("a token and a form as a browser makes it do as well, with a name beyond ASCII", async () => {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(SMALL)]), "水表.xlsx");
  const answer = await fetch(`${platform.endpoint}/v5/iot/${PROJECT}/batchtask-files`, {
    method: "POST",
    headers: { "X-Auth-Token": await tokenOf(platform.endpoint) },
    body: form,
  });
  expect([answer.status, await answer.json()]).toMatchObject([201, { file_name: "水表.xlsx" }]);
});

test("2 MB are accepted, one byte more is not", async () => {
  const size = 2 * 1024 * 1024;
  expect((await platform.upload("limit.xlsx", new Uint8Array(size))).status).toBe(201);
  const beyond = await platform.upload("beyond.xlsx", new Uint8Array(size + 1));
  expect([beyond.status, beyond.body.error_code]).toEqual([400, "IOTDA.014603"]);
});

test("an upload above what a signed request may weigh is too large, not malformed", async () => {
  const { status, body } = await platform.upload("huge.xlsx", new Uint8Array(12 * 1024 * 1024));
  expect([status, body.error_code]).toEqual([400, "IOTDA.014603"]);
});

test.each([
  ["no boundary", "multipart/form-data", "x"],
  ["no parts", "multipart/form-data; boundary=X", "--X--\r\n"],
  [
    "no end",
    "multipart/form-data; boundary=X",
    '--X\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nx',
  ],
  [
    "another name",
    "multipart/form-data; boundary=X",
    '--X\r\nContent-Disposition: form-data; name="a"; filename="a.xlsx"\r\n\r\nx\r\n--X--',
  ],
  [
    "no file name",
    "multipart/form-data; boundary=X",
    '--X\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--X--',
  ],
  ["JSON", "application/json", "{}"],
])("an upload with %s is malformed", async (_what, type, body) => {
  const token = await tokenOf(platform.endpoint);
  const answer = await fetch(`${platform.endpoint}/v5/iot/${PROJECT}/batchtask-files`, {
    method: "POST",
    headers: { "X-Auth-Token": token, "Content-Type": type },
    body,
  });
  const { error_code } = await answer.json();
  expect([answer.status, error_code]).toEqual([400, expect.stringMatching(/^IOTDA\.00000[68]$/)]);
});

test("30,000 rows are accepted, one more is not", async () => {
  const rows = (count: number) =>
    workbook([["device_id"], ...Array.from({ length: count }, (_, index) => [`device-${index}`])]);
  expect((await platform.upload("limit.xlsx", rows(30_000))).status).toBe(201);
  const beyond = await platform.upload("beyond.xlsx", rows(30_001));
  expect([beyond.status, beyond.body.error_code]).toEqual([400, "IOTDA.014604"]);
});

test("names are unique among live files, ten live, for an hour of the calendar", async () => {
  const { upload, control, basic } = platform;
  for (let index = 0; index < 10; index++) expect((await upload(`f${index}.xlsx`, SMALL)).status).toBe(201);
  expect((await upload("f0.xlsx", SMALL)).body.error_code).toBe("IOTDA.014602");
  expect((await upload("eleventh.xlsx", SMALL)).body.error_code).toBe("IOTDA.014601");
  await control("POST", "/advance", { seconds: 3599 });
  expect(list((await basic("GET", "/batchtask-files")).body.files)).toHaveLength(10);
  await control("POST", "/advance", { seconds: 1 });
  expect(list((await basic("GET", "/batchtask-files")).body.files)).toHaveLength(0);
  expect((await upload("f0.xlsx", SMALL)).status).toBe(201);
});

test.each(["rows.csv", "rows", ".xlsx"])("%s is no spreadsheet by its name", async (name) => {
  const { status, body } = await platform.upload(name, SMALL);
  expect([status, body.error_code]).toEqual([400, "IOTDA.000006"]);
});

test("registration creates devices, answers their secrets, and names each bad row's reason", async () => {
  const product = await productId();
  const [taken] = list((await platform.basic("GET", "/devices?limit=1")).body.devices);
  const { task, details } = await run("createDevices", [
    HEADING,
    [product, "bench-1", "", "Bench_1", "my-own-secret"],
    [product, "bench-2", "BENCH2", "", ""],
    [product, "bench-0", String(taken?.device_id), "", ""],
    [product, "bench 3", "", "", ""],
    [product, "", "", "Nameless", ""],
    [product, "bench-4", "", "", "short"],
    ["no-such-product", "bench-5", "", "", ""],
    [product, "bench-2", "", "", ""],
  ]);
  expect(task).toMatchObject({ status: "PartialSuccess", task_progress: { total: 8, success: 2, fail: 6 } });
  const [twice, unknown, short, nodeless, spaced, existing, second, first] = details;
  expect(first?.target).toBe(`${product}_bench-1`);
  const output: unknown = JSON.parse(String(first?.output));
  expect(output).toMatchObject({ device_id: `${product}_bench-1`, secret: "my-own-secret", fingerprint: "" });
  const made: unknown = JSON.parse(String(second?.output));
  expect(made).toMatchObject({ device_id: "BENCH2", secret: expect.stringMatching(/^[0-9a-f]{32}$/) });
  const codes = [twice, existing, unknown, short, nodeless, spaced].map((item) => item?.error);
  expect(codes.map((error) => (isObject(error) ? error.error_code : ""))).toEqual([
    "IOTDA.014031",
    "IOTDA.014031",
    "IOTDA.014100",
    "IOTDA.000006",
    "IOTDA.000006",
    "IOTDA.000006",
  ]);
  expect(JSON.stringify(details)).toContain("secret is out of range");
  const device = await platform.basic("GET", `/devices/${product}_bench-1`);
  expect(device.body).toMatchObject({ node_id: "bench-1", device_name: "Bench_1", status: "INACTIVE" });
});

test("rows change, freeze and delete devices", async () => {
  const { basic } = platform;
  const ids = list((await basic("GET", "/devices?limit=50")).body.devices)
    .filter((device) => device.node_type === "GATEWAY" && device.product_name === "WM-210")
    .map((device) => String(device.device_id));
  const [one = "", two = ""] = ids;
  await run("updateDevices", [
    ["device_id", "device_name", "description"],
    [one, "New_name"],
    ["nobody", "x"],
  ]);
  expect((await basic("GET", `/devices/${one}`)).body.device_name).toBe("New_name");
  await run("freezeDevices", [["DEVICE_ID*"], [one], [two]]);
  expect((await basic("GET", `/devices/${two}`)).body.status).toBe("FROZEN");
  await run("unfreezeDevices", [["device_id"], [one]]);
  expect((await basic("GET", `/devices/${one}`)).body.status).not.toBe("FROZEN");
  const { task } = await run("deleteDevices", [["device_id"], [one], ["nobody"]]);
  expect(task.task_progress).toMatchObject({ success: 1, fail: 1 });
  expect((await basic("GET", `/devices/${one}`)).status).toBe(404);
});

test("a file that is gone, or is no workbook, or has no heading fails the task with a reason", async () => {
  const { upload, basic, control } = platform;
  const reason = async (bytes: Uint8Array, remove: boolean) => {
    const { body } = await upload("x.xlsx", bytes);
    const id = String(body.file_id);
    const task = { task_name: "t", task_type: "createDevices", document_source: id };
    const created = await basic("POST", "/batchtasks", task);
    if (remove) await basic("DELETE", `/batchtask-files/${id}`);
    await control("POST", "/advance", { seconds: 5 });
    if (!remove) await basic("DELETE", `/batchtask-files/${id}`);
    const { batchtask } = (await basic("GET", `/batchtasks/${String(created.body.task_id)}`)).body;
    return isObject(batchtask) ? `${String(batchtask.status)}: ${String(batchtask.status_desc)}` : "";
  };
  expect(await reason(SMALL, true)).toMatch(/^Fail: .*does not exist/);
  expect(await reason(Buffer.from("no workbook"), false)).toMatch(/^Fail: .*not an XLSX/);
  expect(await reason(SMALL, false)).toMatch(/^Fail: .*heading/);
});

test("targets come before a file; an unknown file is not found", async () => {
  const { basic } = platform;
  const task = { task_name: "t", task_type: "freezeDevices", document_source: "nothing" };
  expect(await basic("POST", "/batchtasks", task)).toMatchObject({
    status: 404,
    body: { error_code: "IOTDA.014600" },
  });
  expect((await basic("POST", "/batchtasks", { ...task, targets: ["x"] })).status).toBe(201);
});
