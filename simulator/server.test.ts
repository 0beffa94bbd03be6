import { afterEach, expect, test } from "vitest";
import type { Signing } from "./authentication";
import { isObject, type JsonObject } from "./json";
import { testClient } from "./test-client";
import { ACCOUNT, PROJECT, testServer } from "./test-server";

type Platform = Awaited<ReturnType<typeof testServer>>;
const open: Platform[] = [];

async function platform(signing: Signing = "any"): Promise<Platform> {
  const started = await testServer(signing);
  open.push(started);
  return started;
}

afterEach(() => {
  for (const started of open.splice(0)) started.close();
});

function identity(change: JsonObject = {}): JsonObject {
  const user = { name: ACCOUNT.user, password: ACCOUNT.password, domain: { name: ACCOUNT.domain }, ...change };
  return {
    auth: { identity: { methods: ["password"], password: { user } }, scope: { project: { name: ACCOUNT.region } } },
  };
}

async function token(endpoint: string, body: JsonObject = identity()): Promise<Response> {
  return fetch(`${endpoint}/v3/auth/tokens`, { method: "POST", body: JSON.stringify(body) });
}

const first = (list: unknown): JsonObject => {
  const item: unknown = Array.isArray(list) ? list[0] : undefined;
  return isObject(item) ? item : {};
};

async function upgradeBody({ basic }: Platform): Promise<JsonObject> {
  const groups = await basic("GET", "/device-group?limit=50&name=District%207%20water%20meters");
  const packages = await basic("GET", "/ota-upgrades/packages?package_type=firmwarePackage&version=3.2.1");
  return {
    task_name: "fw_test",
    task_type: "firmwareUpgrade",
    targets_filter: { group_ids: [String(first(groups.body.device_groups).group_id)] },
    document: { package_id: first(packages.body.packages).package_id },
  };
}

test("an upgrade from creation to its end, over HTTP, with every answer as the contract has it", async () => {
  const started = await platform();
  const { basic, control } = started;
  const created = await basic("POST", "/batchtasks", await upgradeBody(started));
  expect(created.status).toBe(201);
  const id = String(created.body.task_id);
  await control("POST", "/advance", { seconds: 1800 });
  const shown = await basic("GET", `/batchtasks/${id}?limit=50`);
  expect(shown.body.batchtask).toMatchObject({ status: expect.stringMatching(/^(Success|PartialSuccess)$/) });
  for (const path of ["/apps", "/products", "/devices?limit=50", "/batchtasks?task_type=firmwareUpgrade&limit=50"]) {
    expect((await basic("GET", path)).status).toBe(200);
  }
  const product = first((await basic("GET", "/products")).body.products);
  expect((await basic("GET", `/products/${String(product.product_id)}`)).body.service_capabilities).toBeInstanceOf(
    Array,
  );
  expect((await basic("DELETE", `/batchtasks/${id}`)).status).toBe(204);
  expect((await basic("GET", `/batchtasks/${id}`)).status).toBe(404);
  expect((await control("GET", "/violations")).violations).toEqual([]);
});

test("every answer carries a request id of its own", async () => {
  const { basic, endpoint } = await platform();
  const ids = [
    (await basic("GET", "/apps")).headers.get("x-request-id"),
    (await basic("GET", "/nothing")).headers.get("x-request-id"),
    (await fetch(`${endpoint}/elsewhere`)).headers.get("x-request-id"),
  ];
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

test.each<[Signing, number, number]>([
  ["any", 200, 200],
  ["basic", 200, 401],
  ["derived", 401, 200],
  ["token", 401, 401],
])("--signing %s answers plain %i and derived %i", async (signing, plain, derived) => {
  const started = await platform(signing);
  const answers = [await started.basic("GET", "/apps"), await started.derived("GET", "/apps")];
  expect(answers.map((answer) => answer.status)).toEqual([plain, derived]);
  for (const { status, body } of answers) if (status === 401) expect(body.error_code).toBe("IOTDA.000002");
});

test("plain signing on a derived platform can be refused for its missing token instead", async () => {
  const { basic, control } = await platform("derived");
  await control("POST", "/switches", { plain_refusal: 400 });
  expect(await basic("GET", "/apps")).toMatchObject({
    status: 400,
    body: { error_msg: expect.stringContaining("X-Auth-Token") },
  });
});

test.each<[string, object, number, string]>([
  ["an unknown access key", { accessKey: "AK2" }, 401, "APIGW.0301"],
  ["a wrong secret key", { secretKey: "SK2" }, 401, "APIGW.0301"],
  ["another region", { region: "r-2", scheme: "derived" }, 401, "APIGW.0301"],
  ["a clock 16 minutes behind", { now: () => Date.UTC(2026, 0, 10, 11, 44) }, 401, "APIGW.0303"],
  ["a clock 14 minutes ahead", { now: () => Date.UTC(2026, 0, 10, 12, 14) }, 200, ""],
  ["another project", { project: "f".repeat(32) }, 403, "IOTDA.000021"],
])("%s", async (_name, change, status, code) => {
  const { options } = await platform();
  const answer = await testClient({ ...options, ...change })("GET", "/apps");
  expect([answer.status, answer.body.error_code ?? ""]).toEqual([status, code]);
});

test("a signature is about the exact bytes of the body", async () => {
  const { endpoint, basic, options } = await platform();
  const body = { sql: "select * from device" };
  expect((await basic("POST", "/search/query-devices", body)).status).toBe(200);
  let authorization = "";
  const spy = testClient({ ...options, endpoint });
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    authorization = headers.get("authorization") ?? "";
    return original(input, { ...init, body: `${String(init?.body)} ` });
  };
  const answer = await spy("POST", "/search/query-devices", body).finally(() => {
    globalThis.fetch = original;
  });
  expect(authorization).toContain("Signature=");
  expect(answer.status).toBe(401);
});

test("an instance id is checked when it is given", async () => {
  const { basic } = await platform();
  expect((await basic("GET", "/apps", undefined, { "Instance-Id": "instance-1" })).status).toBe(200);
  expect((await basic("GET", "/apps", undefined, { "Instance-Id": "instance-2" })).status).toBe(403);
});

test("a token is issued in a header, accepted for 24 hours of the calendar and then refused either way", async () => {
  const { endpoint, control } = await platform("token");
  const issued = await token(endpoint);
  expect(issued.status).toBe(201);
  const value = issued.headers.get("x-subject-token") ?? "";
  const ask = () => fetch(`${endpoint}/v5/iot/${PROJECT}/apps`, { headers: { "X-Auth-Token": value } });
  expect((await ask()).status).toBe(200);
  await control("POST", "/advance", { seconds: 24 * 3600 + 1 });
  expect([(await ask()).status, await (await ask()).json()]).toMatchObject([401, { error_code: "APIGW.0301" }]);
  await control("POST", "/switches", { bad_token: 403 });
  expect([(await ask()).status, await (await ask()).json()]).toMatchObject([403, { error_code: "IOTDA.000004" }]);
});

test("a wrong password and a body that is no authentication get no token", async () => {
  const { endpoint } = await platform();
  expect((await token(endpoint, identity({ password: "no" }))).status).toBe(401);
  expect((await token(endpoint, { auth: {} })).status).toBe(400);
});

test("the project is found by its region", async () => {
  const { endpoint } = await platform();
  const value = (await token(endpoint)).headers.get("x-subject-token") ?? "";
  const headers = { "X-Auth-Token": value };
  const found: unknown = await (await fetch(`${endpoint}/v3/projects?name=r-1`, { headers })).json();
  expect(found).toMatchObject({ projects: [{ id: PROJECT, name: "r-1" }] });
  expect((await fetch(`${endpoint}/v3/projects?name=r-1`)).status).toBe(401);
});

test.each<[string, string, JsonObject | undefined, string]>([
  ["GET", "/batchtasks", undefined, "IOTDA.000006"],
  ["GET", "/batchtasks?task_type=firmwareUpgrade&limit=51", undefined, "IOTDA.000017"],
  ["GET", "/batchtasks?task_type=firmwareUpgrade&marker=x", undefined, "IOTDA.000018"],
  ["GET", "/batchtasks?task_type=firmwareUpgrade&offset=501", undefined, "IOTDA.000006"],
  ["GET", "/batchtasks?task_type=firmwareUpgrade&name=x", undefined, "IOTDA.000006"],
  ["GET", "/ota-upgrades/packages", undefined, "IOTDA.000006"],
  ["POST", "/batchtasks", { task_name: "a-b", task_type: "firmwareUpgrade", targets: ["d"] }, "IOTDA.000006"],
  ["POST", "/batchtasks", { task_name: "ab", task_type: "firmwareUpgrade", extra: 1 }, "IOTDA.000006"],
  ["POST", `/batchtasks/${"0".repeat(24)}/stop`, { targets: Array(101).fill("d") }, "IOTDA.000006"],
])("%s %s is a violation", async (method, path, body, code) => {
  const { basic, control } = await platform();
  const answer = await basic(method, path, body);
  expect([answer.status, answer.body.error_code]).toEqual([400, code]);
  expect(await control("GET", "/violations")).toMatchObject({ violations: [{ error_code: code }] });
});

test("fields are checked before existence and authentication before both", async () => {
  const { basic, options } = await platform();
  const path = `/batchtasks/${"0".repeat(24)}/stop`;
  const stranger = testClient({ ...options, secretKey: "no" });
  expect((await stranger("POST", path, { odd: 1 })).status).toBe(401);
  expect((await basic("POST", path, { odd: 1 })).status).toBe(400);
  expect((await basic("POST", path, {})).status).toBe(404);
});

test("a second search within a second is throttled", async () => {
  const { basic, clock, control } = await platform();
  const search = () => basic("POST", "/search/query-devices", { sql: "select count(*) from device" });
  expect((await search()).body.count).toBe(300);
  expect(await search()).toMatchObject({ status: 429, body: { error_code: "APIGW.0308" } });
  clock.now += 1000;
  expect((await search()).status).toBe(200);
  await control("POST", "/switches", { search_rate: 0 });
  expect((await search()).status).toBe(200);
});
