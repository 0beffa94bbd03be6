import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Contract } from "./contract";
import { deviceInside, filesInside } from "./control/inside";
import { Host } from "./host";
import { Journal } from "./journal";
import type { JsonObject } from "./json";
import { workbook } from "./test-workbook";

const directory = mkdtempSync(join(tmpdir(), "simulator-"));
afterAll(() => rmSync(directory, { recursive: true }));

const contract = new Contract(new URL("./contract/openapi.yaml", import.meta.url));
const OPTIONS = { seed: 1, devices: 300, speed: 60, failures: 0.03, fileRows: 30_000 };
const START = Date.UTC(2026, 0, 10, 12);
let files = 0;
const newFile = () => join(directory, `state-${files++}.jsonl`);
const hostAt = (file: string, clock: { now: number }, options = OPTIONS) =>
  new Host(options, contract, () => clock.now, new Journal(file));

function freeze(host: Host, id: string): string {
  const body: JsonObject = { task_name: "f", task_type: "freezeDevices", targets: [id] };
  return String(host.call("CreateBatchTask", { params: {}, query: {}, body })?.body?.task_id);
}

function picture(host: Host) {
  host.catchUp();
  return {
    now: host.world.now,
    tasks: host.world.tasks.map(({ id, name, status, counts }) => ({ id, name, status, counts })),
    devices: host.world.devices.all().map(({ id, status, firmware, record }) => ({ id, status, firmware, record })),
  };
}

test("a restart knows everything, and what was under way has gone on", () => {
  const [file, clock] = [newFile(), { now: START }];
  const before = hostAt(file, clock);
  const target = before.world.devices
    .all()
    .find((device) => device.nodeType === "GATEWAY" && device.status === "ONLINE");
  const task = freeze(before, target?.id ?? "");
  clock.now += 700;
  before.advance(86_400);
  before.changeDevice(before.world.devices.all()[9]?.id ?? "", { fw_version: "9.9", status: "ABNORMAL" });
  clock.now += 5000;
  const after = hostAt(file, clock);
  expect(picture(after)).toEqual(picture(before));
  clock.now += 600_000;
  expect(picture(hostAt(file, clock))).toEqual(picture(before));
  expect(after.world.tasks.find((item) => item.id === task)?.status).toBe("Success");
});

test("a restart knows files, registered devices with their secrets, and what was sent", () => {
  const [file, clock] = [newFile(), { now: START }];
  const before = hostAt(file, clock);
  const [product] = before.world.products;
  const call = (operation: string, body: JsonObject, params: Record<string, string> = {}) => {
    clock.now += 10;
    return before.call(operation, { params, query: {}, body })?.body ?? {};
  };
  const rows = [["product_id", "node_id"], ...["n1", "n2"].map((node) => [product?.id ?? "", node])];
  const content = Buffer.from(workbook(rows)).toString("base64");
  const { file_id } = call("UploadBatchTaskFile", { file_name: "kept.xlsx", content });
  call("CreateBatchTask", { task_name: "r", task_type: "createDevices", document_source: file_id });
  clock.now += 60_000;
  const meter = before.world.devices
    .all()
    .find((device) => device.status === "ONLINE" && device.productId === product?.id);
  const to = { device_id: meter?.id ?? "" };
  call("CreateMessage", { message: "hello" }, to);
  expect(() => call("CreateMessage", { message: "hello", ttl: 7, properties: { response_topic: " " } }, to)).toThrow();
  call("AddDevice", { product_id: product?.id, node_id: "n3" });
  const after = hostAt(file, clock);
  const inside = (host: Host) => [
    filesInside(host.world),
    ...["n1", "n2", "n3"].map((node) => deviceInside(host.world, `${product?.id}_${node}`)),
    deviceInside(host.world, to.device_id),
  ];
  expect(inside(after)).toEqual(inside(before));
  expect(filesInside(after.world)).toMatchObject([{ file_name: "kept.xlsx", sheets: [rows] }]);
});

test("another speed at the restart changes the future and not the past", () => {
  const [file, clock] = [newFile(), { now: START }];
  const before = hostAt(file, clock);
  clock.now += 20_000;
  const past = picture(before);
  const after = hostAt(file, clock, { ...OPTIONS, speed: 1 });
  expect(picture(after)).toEqual(past);
  expect(after.world.settings.speed).toBe(1);
});

test("a line cut short by a crash is dropped and later lines are kept", () => {
  const [file, clock] = [newFile(), { now: START }];
  freeze(hostAt(file, clock), "WM210-07-000001");
  appendFileSync(file, '{"at":17681');
  const again = hostAt(file, clock);
  freeze(again, "WM210-07-000002");
  const last = hostAt(file, clock);
  expect(last.world.tasks.length).toBe(again.world.tasks.length);
  expect(last.world.tasks.slice(-2).map((task) => task.name)).toEqual(["f", "f"]);
});

test("the file's fleet wins over the flags", () => {
  const [file, clock] = [newFile(), { now: START }];
  hostAt(file, clock);
  const after = hostAt(file, clock, { ...OPTIONS, seed: 7, devices: 500 });
  expect(after.options).toMatchObject({ seed: 1, devices: 300 });
  expect(after.world.devices.size).toBe(300);
});

test("a reset starts the file anew", () => {
  const [file, clock] = [newFile(), { now: START }];
  const host = hostAt(file, clock);
  freeze(host, "WM210-07-000001");
  host.reset({ devices: 250 });
  expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(1);
  expect(picture(hostAt(file, clock))).toEqual(picture(host));
});
