import { afterEach, beforeEach, expect, test } from "vitest";
import { isObject, type JsonObject } from "./json";
import { testServer } from "./test-server";

let platform: Awaited<ReturnType<typeof testServer>>;
let product: Record<string, string>;
let spaces: Record<string, string>;
const list = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

beforeEach(async () => {
  platform = await testServer();
  const found = list((await platform.basic("GET", "/products?limit=50")).body.products);
  product = Object.fromEntries(found.map((item) => [String(item.name), String(item.product_id)]));
  spaces = Object.fromEntries(found.map((item) => [String(item.app_name), String(item.app_id)]));
});
afterEach(async () => {
  const { violations } = await platform.control("GET", "/violations");
  expect(list(violations).filter((entry) => String(entry.violation).startsWith("the simulator's own"))).toEqual([]);
  platform.close();
});

const add = (body: JsonObject) => platform.basic("POST", "/devices", { product_id: product["WM-210"], ...body });
const code = ({ status, body }: { status: number; body: JsonObject }) => `${status} ${String(body.error_code)}`;

/** A device that is online, of a product. */
async function online(name: string): Promise<string> {
  const { body } = await platform.basic("GET", `/devices?limit=50&product_id=${product[name] ?? ""}`);
  return String(list(body.devices).find((device) => device.status === "ONLINE")?.device_id);
}

test("a device is added with the platform's id, changed, frozen, thawed and deleted", async () => {
  const { basic } = platform;
  const added = await add({ node_id: "n1", device_name: "水表-1", extension_info: { site: 7 } });
  const id = `${product["WM-210"]}_n1`;
  expect(added).toMatchObject({ status: 201, body: { device_id: id, gateway_id: id, status: "INACTIVE" } });
  expect(added.body.auth_info).toMatchObject({ auth_type: "SECRET", secret: expect.stringMatching(/^[0-9a-f]{32}$/) });
  const changed = await basic("PUT", `/devices/${id}`, { device_name: "x", auth_info: { timeout: 60 } });
  expect(changed.body).toMatchObject({ device_name: "x", auth_info: { timeout: 60 }, extension_info: { site: 7 } });
  const shown = await basic("GET", `/devices/${id}`);
  expect(shown.body).toEqual(changed.body);
  expect(shown.body.auth_info).not.toHaveProperty("secret");
  expect((await basic("POST", `/devices/${id}/freeze`)).status).toBe(204);
  expect((await basic("GET", `/devices/${id}`)).body.status).toBe("FROZEN");
  expect((await basic("POST", `/devices/${id}/unfreeze`)).status).toBe(204);
  expect(code(await basic("POST", `/devices/${id}/unfreeze`))).toBe("400 IOTDA.014006");
  expect((await basic("DELETE", `/devices/${id}`)).status).toBe(204);
  expect((await basic("GET", `/devices/${id}`)).status).toBe(404);
});

test("a device is added once, by its id and by its node id, to a product of its space", async () => {
  await add({ node_id: "n1", device_id: "one" });
  expect(code(await add({ node_id: "n2", device_id: "one" }))).toBe("400 IOTDA.014031");
  expect(code(await add({ node_id: "n1", device_id: "two" }))).toBe("400 IOTDA.014031");
  expect(code(await add({ node_id: "n3", product_id: "nothing" }))).toBe("404 IOTDA.014100");
  expect(code(await add({ node_id: "n3", app_id: spaces.City_services ?? "" }))).toBe("404 IOTDA.014100");
  expect(code(await add({ node_id: "n3", auth_info: { secret: "1234567" } }))).toBe("400 IOTDA.000006");
  expect((await add({ node_id: "n3", auth_info: { secret: "12345678" } })).status).toBe(201);
  expect(code(await add({ node_id: "n4", extension_info: { x: "y".repeat(1017) } }))).toBe("400 IOTDA.000006");
  expect((await add({ node_id: "n4", extension_info: { x: "y".repeat(1016) } })).status).toBe(201);
});

test("a device that is not activated within its timeout is removed", async () => {
  await add({ node_id: "n1", device_id: "late", auth_info: { timeout: 100 } });
  await platform.control("POST", "/advance", { seconds: 99 });
  expect((await platform.basic("GET", "/devices/late")).status).toBe(200);
  await platform.control("POST", "/advance", { seconds: 1 });
  expect((await platform.basic("GET", "/devices/late")).status).toBe(404);
});

test("children: two levels, listed with and without theirs, moved by the rules, deleted first", async () => {
  const { basic } = platform;
  for (const [node, gateway] of [["g1"], ["g2"], ["c1", "g1"], ["c2", "c1"]]) {
    const parent = gateway === undefined ? {} : { gateway_id: gateway };
    expect((await add({ node_id: node ?? "", device_id: node ?? "", ...parent })).status).toBe(201);
  }
  expect(code(await add({ node_id: "c3", gateway_id: "c2" }))).toBe("400 IOTDA.014007");
  expect(code(await add({ node_id: "c3", gateway_id: "nobody" }))).toBe("404 IOTDA.014008");
  const below = async (more: string) => list((await basic("GET", `/devices?gateway_id=g1${more}`)).body.devices).length;
  expect([await below(""), await below("&is_cascade_query=true")]).toEqual([1, 2]);
  const move = async (id: string, gateway: string) =>
    code(await basic("POST", `/devices/${id}/change-gateway`, { gateway_id: gateway }));
  expect(await move("g2", "g1")).toBe("400 IOTDA.014007");
  expect(await move("c1", "g2")).toBe("400 IOTDA.014007");
  expect(await move("c2", "c1")).toBe("400 IOTDA.014007");
  expect(await move("c2", "g2")).toBe("204 undefined");
  expect(await move("c1", "g2")).toBe("204 undefined");
  expect(code(await basic("DELETE", "/devices/g2"))).toBe("400 IOTDA.014004");
  expect(code(await basic("POST", "/devices/c1/freeze"))).toBe("400 IOTDA.014005");
  for (const id of ["c1", "c2", "g2"]) expect((await basic("DELETE", `/devices/${id}`)).status).toBe(204);
});

test("devices are found by node id, name and time of registration", async () => {
  const { basic, clock } = platform;
  clock.now += 10_000;
  await add({ node_id: "n1", device_id: "new", device_name: "Only_one" });
  const found = async (query: string) => list((await basic("GET", `/devices?${query}`)).body.devices);
  for (const query of ["node_id=n1", "device_name=Only_one", "start_time=20260110T120005Z"]) {
    expect(await found(query)).toMatchObject([{ device_id: "new" }]);
  }
  const turned = "/devices?start_time=20260110T120005Z&end_time=20260110T120004Z";
  expect(code(await basic("GET", turned))).toBe("400 IOTDA.000010");
});

test("a command is answered by MQTT devices that are online, in the words of the model", async () => {
  const { basic, control } = platform;
  const id = await online("WM-210");
  const send = (body: JsonObject, device = id) => basic("POST", `/devices/${device}/commands`, body);
  const command = { service_id: "Valve", command_name: "exercise_valve", paras: { cycles: 2 } };
  expect(await send(command)).toMatchObject({
    status: 200,
    body: { command_id: expect.any(String), response: { result_code: 0, paras: { result: "ok" } } },
  });
  expect((await control("GET", `/devices/${id}`)).received).toMatchObject([{ kind: "command", body: command }]);
  expect(code(await send({ ...command, paras: {} }))).toBe("400 IOTDA.000006");
  expect(code(await send({ ...command, paras: { cycles: 2, wings: 1 } }))).toBe("400 IOTDA.000006");
  expect(code(await send({ ...command, paras: "cycles" }))).toBe("400 IOTDA.000006");
  expect((await send({ paras: { anything: 1 } })).status).toBe(200);
  expect(code(await send(command, await online("HM-40")))).toBe("403 IOTDA.014113");
  await control("POST", `/devices/${id}`, { fail: { code: "IOTDA.014111", message: "timed out", times: 1 } });
  expect(await send(command)).toMatchObject({ status: 200, body: { error_code: "IOTDA.014111" } });
  await control("POST", `/devices/${id}`, { status: "OFFLINE" });
  expect(code(await send(command))).toBe("403 IOTDA.014016");
});

test("20 asynchronous commands wait for one device, and it gets them when it is back", async () => {
  const { basic, control } = platform;
  const id = await online("HM-40");
  await control("POST", `/devices/${id}`, { status: "OFFLINE" });
  const body = { service_id: "Heat", command_name: "set_season", paras: { season: "winter" }, send_strategy: "delay" };
  const send = (more: JsonObject = {}) => basic("POST", `/devices/${id}/async-commands`, { ...body, ...more });
  expect(code(await send({ send_strategy: "immediately" }))).toBe("403 IOTDA.014016");
  expect(code(await send({ send_strategy: "immediately", expire_time: 5 }))).toBe("400 IOTDA.000006");
  expect(code(await send({ expire_time: 172_801 }))).toBe("400 IOTDA.000006");
  for (let index = 0; index < 19; index++) expect((await send()).body.status).toBe("PENDING");
  expect((await send({ expire_time: 60 })).status).toBe(200);
  expect(code(await send())).toBe("403 IOTDA.014114");
  await control("POST", "/advance", { seconds: 60 });
  expect((await send()).status).toBe(200);
  await control("POST", `/devices/${id}`, { status: "ONLINE" });
  const received = list((await control("GET", `/devices/${id}`)).received).slice(-21);
  expect(received.map((item) => item.status).filter((status) => status === "DELIVERED")).toHaveLength(20);
  expect(received.map((item) => item.status).filter((status) => status === "EXPIRED")).toHaveLength(1);
  const meter = await online("WM-210");
  expect(code(await basic("POST", `/devices/${meter}/async-commands`, body))).toBe("403 IOTDA.014113");
});

test("a message is delivered, kept, or refused, and its id is used once", async () => {
  const { basic, control } = platform;
  const id = await online("WM-210");
  const send = (body: JsonObject) => basic("POST", `/devices/${id}/messages`, body);
  expect(await send({ message: "x", message_id: "m1" })).toMatchObject({
    status: 201,
    body: { message_id: "m1", result: { status: "DELIVERED", finished_time: "20260110T120000Z" } },
  });
  expect(code(await send({ message: "x", message_id: "m1" }))).toBe("400 IOTDA.014115");
  await control("POST", `/devices/${id}`, { status: "OFFLINE" });
  expect((await send({ message: { a: 1 } })).body.result).toMatchObject({ status: "PENDING" });
  expect(code(await send({ message: "x", ttl: 0 }))).toBe("403 IOTDA.014016");
  const user = Array.from({ length: 21 }, () => ({ prop_key: "k", prop_value: "v" }));
  expect((await send({ message: "x", properties: { user_properties: user.slice(1) } })).status).toBe(201);
  for (const odd of [
    { ttl: 7 },
    { ttl: 1445 },
    { encoding: "base64", payload_format: "raw" },
    { properties: { user_properties: user } },
    { properties: { response_topic: "a b" } },
    { message: 5 },
  ]) {
    expect(code(await send({ message: "x", ...odd }))).toBe("400 IOTDA.000006");
  }
});

test("a shadow is set, merged, cleared, and its version has to be the current one", async () => {
  const { basic } = platform;
  const id = await online("WM-210");
  const put = (desired: JsonObject, version?: number) =>
    basic("PUT", `/devices/${id}/shadow`, {
      shadow: [{ service_id: "Meter", desired, ...(version === undefined ? {} : { version }) }],
    });
  const service = (value: JsonObject) => list(value.shadow).find((item) => item.service_id === "Meter");
  const desired = async () => {
    const found = service((await basic("GET", `/devices/${id}/shadow`)).body)?.desired;
    return isObject(found) ? found.properties : undefined;
  };
  const { body } = await put({ report_interval: "15", volume: 3 });
  const version = Number(service(body)?.version);
  expect(service(body)?.reported).toMatchObject({ properties: { report_interval: "15" } });
  expect(service(body)?.reported).not.toMatchObject({ properties: { volume: 3 } });
  expect(code(await put({ report_interval: 20 }, version - 1))).toBe("400 IOTDA.014116");
  expect(service((await put({ site_label: "a" }, version)).body)?.version).toBe(version + 1);
  expect(await desired()).toMatchObject({ report_interval: "15", site_label: "a" });
  await put({ site_label: null });
  expect(await desired()).not.toHaveProperty("site_label");
  await put({});
  expect(await desired()).toEqual({});
  expect(code(await put({ "a.b": 1 }))).toBe("400 IOTDA.000006");
  const unknown = { shadow: [{ service_id: "Wings", desired: { a: 1 } }] };
  expect(code(await basic("PUT", `/devices/${id}/shadow`, unknown))).toBe("400 IOTDA.000006");
});

test("packages are unique, need what their type needs, and go when no task uses them", async () => {
  const { basic } = platform;
  const location = { region_name: "cn-north-4", bucket_name: "packages", object_key: "a/4.0.0.bin" };
  const body = {
    app_id: spaces.Metering ?? "",
    package_type: "firmwarePackage",
    product_id: product["WM-210"] ?? "",
    version: "4.0.0",
    file_location: { obs_location: location },
  };
  const create = (more: JsonObject) => basic("POST", "/ota-upgrades/packages", { ...body, ...more });
  const made = await create({ support_source_versions: ["3.2.1"] });
  expect(made).toMatchObject({ status: 201, body: { ...body, product_name: "WM-210" } });
  const path = `/ota-upgrades/packages/${String(made.body.package_id)}`;
  expect((await basic("GET", path)).body).toEqual(made.body);
  expect(code(await create({}))).toBe("400 IOTDA.014203");
  expect((await create({ package_type: "modulePackage", module_name: "radio" })).status).toBe(201);
  for (const odd of [
    { package_type: "modulePackage" },
    { module_name: "radio" },
    { file_location: {} },
    { version: "4 0" },
    { support_source_versions: Array.from({ length: 21 }, (_, index) => String(index)) },
    { file_location: { obs_location: { ...location, object_key: "notes.txt" } } },
  ]) {
    expect(code(await create(odd))).toBe("400 IOTDA.000006");
  }
  expect(code(await create({ product_id: "nothing" }))).toBe("404 IOTDA.014100");
  const document = { package_id: made.body.package_id };
  const targets = [await online("WM-210")];
  await basic("POST", "/batchtasks", { task_name: "t", task_type: "firmwareUpgrade", targets, document });
  expect(code(await basic("DELETE", path))).toBe("400 IOTDA.014218");
  await platform.control("POST", "/advance", { seconds: 3600 });
  expect((await basic("DELETE", path)).status).toBe(204);
  expect(code(await basic("DELETE", path))).toBe("404 IOTDA.014202");
});

test("a product has ten modules, each once", async () => {
  const { basic } = platform;
  const body = { app_id: spaces.Metering ?? "", product_id: product["WM-210"] ?? "" };
  const create = (name: string) => basic("POST", "/ota-upgrades/modules", { ...body, module_name: name });
  for (let index = 0; index < 10; index++) expect((await create(`m${index}`)).status).toBe(201);
  expect(code(await create("m0"))).toBe("400 IOTDA.014204");
  expect(code(await create("m10"))).toBe("400 IOTDA.014205");
  const [module] = list((await basic("GET", `/ota-upgrades/modules?app_id=${body.app_id}`)).body.modules);
  const path = `/ota-upgrades/modules/${String(module?.module_id)}`;
  expect((await basic("PUT", path, { alias_name: "无线" })).body).toEqual({ ...module, alias_name: "无线" });
  expect((await basic("GET", path)).body.alias_name).toBe("无线");
  const found = await basic("GET", `/ota-upgrades/modules?app_id=${body.app_id}&product_id=${body.product_id}`);
  expect(found.body.page).toMatchObject({ count: 10 });
  expect(code(await basic("GET", "/ota-upgrades/modules"))).toBe("400 IOTDA.000006");
  expect((await basic("DELETE", path)).status).toBe(204);
  expect(code(await basic("GET", path))).toBe("404 IOTDA.014206");
});

test("groups: five levels, members of their space, dynamic ones by their rule", async () => {
  const { basic, clock } = platform;
  const make = (body: JsonObject) => basic("POST", "/device-group", { name: "G", ...body });
  let parent = String((await make({})).body.group_id);
  const [top] = [parent];
  for (let level = 2; level <= 5; level++) parent = String((await make({ super_group_id: parent })).body.group_id);
  expect(code(await make({ super_group_id: parent }))).toBe("400 IOTDA.014301");
  expect(code(await make({ name: "" }))).toBe("400 IOTDA.000006");
  const id = await online("WM-210");
  const member = (action: string, device: string, group = top) =>
    basic("POST", `/device-group/${group}/action?action_id=${action}&device_id=${device}`);
  expect((await member("addDevice", id)).status).toBe(200);
  expect((await basic("GET", `/device-group/${top}/devices`)).body.devices).toMatchObject([{ device_id: id }]);
  expect((await basic("GET", `/device-group/${parent}/devices`)).body.devices).toEqual([]);
  expect(code(await member("addDevice", "nobody"))).toBe("404 IOTDA.014000");
  expect(code(await member("addDevice", await online("SL-8")))).toBe("400 IOTDA.000006");
  expect((await member("removeDevice", id)).status).toBe(200);
  const rule = { group_type: "DYNAMIC", dynamic_group_rule: `device_id = '${id}'` };
  const dynamic = await make(rule);
  expect(dynamic).toMatchObject({ status: 201, body: rule });
  const dynamicId = String(dynamic.body.group_id);
  expect((await basic("GET", `/device-group/${dynamicId}/devices`)).body.devices).toMatchObject([{ device_id: id }]);
  expect(code(await member("addDevice", id, dynamicId))).toBe("400 IOTDA.014302");
  expect(code(await make(rule))).toBe("429 APIGW.0308");
  clock.now += 1000;
  expect(code(await make({ ...rule, super_group_id: top }))).toBe("400 IOTDA.000006");
  for (let count = 5; count <= 10; count++, clock.now += 1000) expect((await make(rule)).status).toBe(201);
  expect(code(await make(rule))).toBe("400 IOTDA.014301");
});

test("a device is in ten groups at most", async () => {
  const { basic } = platform;
  await add({ node_id: "n1", device_id: "d" });
  const join = async () => {
    const { body } = await basic("POST", "/device-group", { name: "G" });
    return basic("POST", `/device-group/${String(body.group_id)}/action?action_id=addDevice&device_id=d`);
  };
  for (let index = 0; index < 10; index++) expect((await join()).status).toBe(200);
  expect(code(await join())).toBe("400 IOTDA.014301");
});
