import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "@/lib/failure";
import { isNonEmpty } from "@/lib/tasks/targets";
import { aRequest } from "./a-request";
import type { Iotda } from "./iotda";
import { byToken, type LiveSimulator, liveSimulator } from "./live-simulator";

let live: LiveSimulator;
beforeAll(async () => {
  live = await liveSimulator(300);
});
afterAll(() => live.stop());

const client = (change: Record<string, string>): Iotda => live.client(change);
const sim = (method: string, path: string, body?: object) => live.sim(method, path, body);

/** Every operation once, on an upgrade of three devices. */
async function everything(iotda: Iotda, name: string): Promise<void> {
  expect(unwrap(await iotda.ping()).platformTime).not.toBeNull();
  const space = unwrap(await iotda.listResourceSpaces()).find(({ isDefault }) => isDefault);
  const spaceId = space?.id ?? "";
  const products = unwrap(await iotda.listProducts({ spaceId }));
  const packages = unwrap(await iotda.listPackages({ spaceId, type: "firmwarePackage" }));
  const chosen = packages.items[0];
  expect(unwrap(await iotda.showPackage(chosen?.id ?? ""))).toMatchObject(chosen ?? {});
  const productId = chosen?.productId ?? "";
  expect(products.items.map(({ id }) => id)).toContain(productId);
  const devices = unwrap(await iotda.listDevices({ spaceId, productId, limit: 3 }));
  expect(devices.next).not.toBeNull();
  const after = unwrap(await iotda.listDevices({ spaceId, productId, limit: 3, marker: devices.next ?? "" }));
  expect(after.items.map(({ id }) => id)).not.toEqual(devices.items.map(({ id }) => id));
  expect(unwrap(await iotda.showDevice(devices.items[0]?.id ?? ""))).toMatchObject(devices.items[0] ?? {});
  const group = unwrap(await iotda.listGroups({ spaceId })).items.find(({ kind }) => kind === "static");
  const members = unwrap(await iotda.listGroupMembers({ groupId: group?.id ?? "" }));
  expect(unwrap(await iotda.countDevices(`group_id = '${group?.id}'`))).toBe(members.total);
  expect(
    unwrap(await iotda.searchDevices(`select * from device where product_id = '${productId}' limit 2`)),
  ).toHaveLength(2);

  const deviceIds = devices.items.map(({ id }) => id);
  if (!isNonEmpty(deviceIds)) throw new Error("The seeded fleet has no devices of this product");
  const task = unwrap(
    await iotda.createTask({
      ...aRequest,
      name,
      spaceId,
      targets: { by: "devices", deviceIds },
      document: { package_id: chosen?.id ?? "" },
      schedule: { startsAt: null, retry: { count: 1, everyMinutes: 5 } },
      needsConfirm: true,
      extInfo: { ring: 1 },
    }),
  );
  expect(task).toMatchObject({
    name,
    needsConfirm: true,
    packageIds: [chosen?.id],
    retry: { count: 1, everyMinutes: 5 },
  });
  const listed = unwrap(await iotda.listTasks({ spaceId, type: "firmwareUpgrade", limit: 1 }));
  expect(listed.items[0]).toMatchObject({ id: task.id });
  await sim("POST", "advance", { seconds: 60 });
  const seen = unwrap(await iotda.showTask({ taskId: task.id, subTaskStatus: "Waitting", deviceId: deviceIds[0] }));
  expect(seen.subTasks.items).toMatchObject([{ target: deviceIds[0], status: { known: "Waitting" } }]);
  const confirmed = unwrap(
    await iotda.confirmTask(task.id, { of: "devices", deviceIds: [deviceIds[0], "not-in-the-task"] }),
  );
  expect(confirmed.map(({ done }) => done)).toEqual([true, false]);
  expect(confirmed[1]?.code).toBe("IOTDA.014219");
  const first = { of: "devices", deviceIds: [deviceIds[0]] } as const;
  expect(unwrap(await iotda.stopTask(task.id, first))).toMatchObject([{ done: true }]);
  expect(unwrap(await iotda.retryTask(task.id, first))).toMatchObject([{ done: true }]);
  expect(await iotda.deleteTask(task.id)).toMatchObject({ failure: { kind: "refused" } });
  unwrap(await iotda.stopTask(task.id, { of: "all" }));
  await sim("POST", "advance", { seconds: 3600 });
  expect(unwrap(await iotda.showTask({ taskId: task.id })).task.status).toEqual({ known: "Stopped" });
  expect(await iotda.deleteTask(task.id)).toEqual({ ok: true, value: null });
  expect(await iotda.showTask({ taskId: task.id })).toEqual({ ok: false, failure: { kind: "missing", what: "task" } });
}

describe("every operation, with no violation of the contract", () => {
  it.each(["basic", "derived"])("signed by an access key: %s", async (signing) => {
    await everything(client({ IOTDA_SIGNING: signing }), `live_${signing}`);
    expect(await sim("GET", "violations")).toEqual({ violations: [] });
  });

  it("with a token, whose project is looked up", async () => {
    await everything(client(byToken), "live_token");
    expect(await sim("GET", "violations")).toEqual({ violations: [] });
  });
});

describe("what the platform does not accept", () => {
  it.each([
    ["keys", { HUAWEICLOUD_SDK_SK: "not-the-secret-key" }],
    ["keys", { HUAWEICLOUD_SDK_AK: "NOTTHEACCESSKEY" }],
    ["signing", { IOTDA_REGION: "ap-southeast-1" }],
    ["project", { HUAWEICLOUD_SDK_PROJECT_ID: "ffffffffffffffffffffffffffffffff" }],
  ])("blames %s for %j", async (cause, change) => {
    const result = await client({ IOTDA_SIGNING: "derived", ...change }).ping();
    expect(result).toMatchObject({ ok: false, failure: { kind: "credentials", cause } });
    expect(JSON.stringify(result)).not.toContain("not-the-secret-key");
  });

  it("blames the token for a wrong password, and renews one that ran out", async () => {
    const wrong = await client({ ...byToken, IAM_PASSWORD: "not-the-password" }).ping();
    expect(wrong).toMatchObject({ failure: { kind: "credentials", cause: "token", status: 401 } });
    const iotda = client(byToken);
    unwrap(await iotda.ping());
    await sim("POST", "advance", { seconds: 90_000 });
    unwrap(await iotda.ping());
    await sim("POST", "switches", { bad_token: 403 });
    await sim("POST", "advance", { seconds: 90_000 });
    unwrap(await iotda.ping());
  });
});

it("says that a task may exist when its answer is lost, and it does", async () => {
  const iotda = client({});
  const [space] = unwrap(await iotda.listResourceSpaces());
  const spaceId = space?.id ?? "";
  const [device] = unwrap(await iotda.listDevices({ spaceId, limit: 1 })).items;
  const [chosen] = unwrap(await iotda.listPackages({ spaceId, type: "firmwarePackage" })).items;
  const request = {
    ...aRequest,
    name: "live_lost",
    spaceId,
    targets: { by: "devices", deviceIds: [device?.id ?? ""] },
    document: { package_id: chosen?.id ?? "" },
  } as const;
  await sim("POST", "faults", { operation: "CreateBatchTask", kind: "drop-after", times: 1 });
  expect(await iotda.createTask(request)).toMatchObject({
    failure: { kind: "uncertain", operation: "CreateBatchTask" },
  });
  const found = unwrap(await iotda.listTasks({ spaceId, type: "firmwareUpgrade", limit: 1 }));
  expect(found.items[0]?.name).toBe("live_lost");
});
