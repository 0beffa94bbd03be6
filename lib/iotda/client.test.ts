import { describe, expect, it } from "vitest";
import { exactNumber } from "@/lib/json";
import type { Scope } from "@/lib/tasks/targets";
import { aRequest } from "./a-request";
import { type Reply, scripted } from "./scripted";
import { created, stopped } from "./vendor-examples";

const TASK = "5c8ba99030344005c02316ad";
const acts = ["stopTask", "retryTask", "confirmTask"] as const;

describe("what goes out", () => {
  it("creates a task with one signed post", async () => {
    const { iotda, sent } = scripted([{ status: 201, body: created }]);
    expect(await iotda.createTask(aRequest)).toMatchObject({ ok: true, value: { id: TASK } });
    expect(sent[0]).toMatchObject({
      method: "POST",
      headers: { "Content-Type": "application/json", "Instance-Id": "inst-1" },
    });
    expect(sent[0]?.url.href).toBe(
      "https://iotda.cn-north-4.myhuaweicloud.com/v5/iot/0123456789abcdef0123456789abcdef/batchtasks",
    );
    expect(sent[0]?.headers.Authorization).toMatch(
      /^SDK-HMAC-SHA256 Access=OURACCESSKEY, SignedHeaders=content-type;host;instance-id;x-project-id;x-sdk-date, /,
    );
    expect(sent[0]?.headers["X-Sdk-Date"]).toBe("20260109T101500Z");
  });

  it("sends numbers digit by digit, also those that a JavaScript number would change", async () => {
    const { iotda, sent } = scripted([{ status: 201, body: created }]);
    await iotda.createTask({ ...aRequest, document: { paras: { id: exactNumber("9007199254740993"), level: 5 } } });
    expect(sent[0]?.body).toContain('"document":{"paras":{"id":9007199254740993,"level":5}}');
  });

  it.each(acts)("%s always has a body: everything, or the chosen devices", async (act) => {
    const { iotda, sent } = scripted([{ body: stopped }, { body: {} }]);
    await iotda[act](TASK, { of: "devices", deviceIds: ["one"] });
    await iotda[act](TASK, { of: "all" });
    expect(sent.map(({ body }) => body)).toEqual(['{"targets":["one"]}', "{}"]);
    expect(sent[0]?.url.pathname).toMatch(new RegExp(`/batchtasks/${TASK}/${act.replace("Task", "")}$`));
  });

  it.each(acts)("%s of an empty selection never reaches the platform", async (act) => {
    const { iotda, sent } = scripted([]);
    const empty = JSON.parse('{"of":"devices","deviceIds":[]}') as Scope;
    await expect(iotda[act](TASK, empty)).rejects.toThrow(/empty list/);
    expect(sent).toHaveLength(0);
  });

  it("asks for lists with their space, type, filter and page", async () => {
    const empty: Reply = { body: { page: { count: 0 } } };
    const { iotda, sent } = scripted([empty, empty, empty, empty, empty, empty, empty]);
    await iotda.listTasks({ spaceId: "s", type: "firmwareUpgrade", status: "Processing", limit: 10, marker: "ab" });
    await iotda.listProducts({ spaceId: "s" });
    await iotda.listDevices({ spaceId: "s", productId: "p", gatewayId: "g", offset: 50 });
    await iotda.listDevices({ spaceId: "s", nodeId: "n", deviceName: "泵 1" });
    await iotda.listGroups({ spaceId: "s" });
    await iotda.listGroupMembers({ groupId: "g-1" });
    await iotda.listPackages({ spaceId: "s", type: "firmwarePackage", productId: "p" });
    expect(sent.map(({ url }) => url.pathname.split("/").slice(4).join("/") + url.search)).toEqual([
      "batchtasks?app_id=s&limit=10&marker=ab&status=Processing&task_type=firmwareUpgrade",
      "products?app_id=s&limit=50",
      "devices?app_id=s&gateway_id=g&limit=50&offset=50&product_id=p",
      "devices?app_id=s&device_name=%E6%B3%B5%201&limit=50&node_id=n",
      "device-group?app_id=s&limit=50",
      "device-group/g-1/devices?limit=50",
      "ota-upgrades/packages?app_id=s&limit=50&package_type=firmwarePackage&product_id=p",
    ]);
  });

  it.each(["a/../../admin?x=1", "..", "", "a b", "a%2Fb", "x\r\ny"])(
    "does not let the id %j reach another path",
    async (id) => {
      const { iotda, sent } = scripted([]);
      const answers = [
        iotda.showTask({ taskId: id }),
        iotda.deleteTask(id),
        iotda.stopTask(id, { of: "all" }),
        iotda.showDevice(id),
        iotda.listGroupMembers({ groupId: id }),
        iotda.showPackage(id),
        iotda.deletePackage(id),
        iotda.showShadow(id),
        iotda.showProduct({ spaceId: "s", productId: id }),
        iotda.deleteTaskFile(id),
      ];
      for (const answer of await Promise.all(answers))
        expect(answer).toMatchObject({ ok: false, failure: { kind: "missing" } });
      expect(sent).toHaveLength(0);
    },
  );

  it("keeps searches a second apart and within 400 characters", async () => {
    const { iotda, sent, slept } = scripted([{ body: { count: 7 } }, { body: { devices: [] } }]);
    expect(await iotda.countDevices("group_id = 'g'")).toEqual({ ok: true, value: 7 });
    expect(await iotda.searchDevices("select * from device limit 50")).toEqual({ ok: true, value: [] });
    expect(slept).toEqual([1100]);
    expect(sent[0]?.body).toBe(`{"sql":"select count(*) from device where group_id = 'g'"}`);
    await expect(iotda.searchDevices("x".repeat(401))).rejects.toThrow(/401/);
  });
});
