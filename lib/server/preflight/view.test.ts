import { expect, test } from "vitest";
import type { TaskType } from "@/lib/tasks/task-type";
import type { Job } from "./jobs";
import { lookedAt, type Target, UNLOOKED } from "./looked";
import { targetsIn, withoutRows } from "./open-rows";
import { blankSlate, type Slate } from "./ports";
import { subjectOf } from "./subject";
import { testCaller, testDevice } from "./testing";
import { checksFor, idsFound, listOf, viewOf } from "./view";

const numbered = (count: number): readonly Target[] =>
  Array.from({ length: count }, (_, index) => ({ id: `d${index}`, row: null }));

function jobOf(change: Partial<Slate>, type: TaskType = "freezeDevices", content: object = {}): Job {
  const targets = { by: "devices", targetSetId: "s" };
  const subject = subjectOf({ spaceId: "space", type, content: { targets, ...content } });
  const slate = { ...blankSlate(), complete: true, ...change };
  return { draftId: "d", key: "k", subject, slate, caller: testCaller(), state: "done", at: 0 };
}
const frozen = (count: number) =>
  jobOf({
    targets: numbered(count),
    devices: new Map(numbered(count).map(({ id }) => [id, lookedAt(testDevice(id, { status: "FROZEN" }))])),
  });

test("the list behind a finding has 5,000 devices, and says how many more there are", () => {
  expect(listOf(frozen(5_000), "frozen")).toMatchObject({ more: 0 });
  const past = listOf(frozen(5_001), "frozen");
  expect(past.items).toHaveLength(5_000);
  expect(past.more).toBe(1);
  expect(idsFound(frozen(5_001), "frozen").size).toBe(5_001);
  expect(listOf(frozen(1), "offline")).toEqual({ items: [], more: 0 });
});

test("a total stands only where everybody is known, and only then somebody can be left out", () => {
  expect(viewOf(frozen(2))).toMatchObject({ total: 2, notRemovable: null, progress: 1 });
  expect(viewOf({ ...frozen(2), state: "running" })).toMatchObject({ notRemovable: "running", progress: 0 });
  expect(viewOf(jobOf({ complete: false }))).toMatchObject({ total: null, notRemovable: "members" });
});

test("a look that is under way is never told to be over", () => {
  const job: Job = { ...frozen(2), state: "running" };
  job.slate.expected = 0.5;
  expect(viewOf({ ...job, caller: { ...job.caller, made: () => 10 } }).progress).toBe(0.99);
});

test("nothing is looked for that was not chosen", () => {
  const kinds = (job: Job) => checksFor(job.subject, job.slate).map(({ finds }) => finds);
  expect(kinds(jobOf({}, "createCommands"))).not.toContain("otherProduct");
  expect(kinds(jobOf({}, "createCommands", { command: { productId: "pump" } }))).toContain("otherProduct");
  expect(kinds(jobOf({}, "firmwareUpgrade"))).not.toContain("atVersion");
  const upgrade = { of: "firmware", to: "2", over: [], module: null } as const;
  const known = { wanted: null, protocols: null, busy: null, upgrade };
  const any = kinds(jobOf({ known }, "firmwareUpgrade", { packageId: "p" }));
  expect(any).toContain("atVersion");
  expect(any).not.toContain("sourceVersion");
  const row = { id: "d", row: { productId: "p", gatewayId: "" } };
  expect(kinds(jobOf({ targets: [row] }, "createDevices"))).not.toContain("noGateway");
});

test("rows are told by the device that each would be, and left out whole", () => {
  const columns = ["product_id", "node_id", "device_id", "secret", "gateway_id"] as const;
  const rows = [
    ["p", "n1", "", "s3cret-one", ""],
    ["p", "n2", "own", "s3cret-two", "gw"],
  ];
  const targets = targetsIn({ columns, rows });
  expect(targets).toEqual([
    { id: "p_n1", row: { productId: "p", gatewayId: "" } },
    { id: "own", row: { productId: "p", gatewayId: "gw" } },
  ]);
  expect(JSON.stringify(targets)).not.toContain("s3cret");
  expect(withoutRows({ columns, rows }, new Set(["p_n1"]))).toEqual({ columns, rows: [rows[1]] });
  expect(targetsIn({ columns: ["device_id"], rows: [["d"]] })).toEqual([
    { id: "d", row: { productId: "", gatewayId: "" } },
  ]);
  const exists = { ...UNLOOKED, exists: true };
  expect([...idsFound(jobOf({ targets, devices: new Map([["own", exists]]) }, "createDevices"), "exists")]).toEqual([
    "own",
  ]);
});
