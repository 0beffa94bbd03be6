import { describe, expect, it } from "vitest";
import type { Scope } from "@/lib/tasks/targets";
import type { TaskRequest } from "@/lib/tasks/task";
import { toCreateBody, toScopeBody } from "./to-wire";

const request: TaskRequest = {
  name: "fw_2_0_wave1",
  type: "firmwareUpgrade",
  spaceId: "jeQDJQZltU8iKgFFoW060F5SGZka",
  targets: { by: "groups", groupIds: ["e495cf17-ff79-4294-8f64-4d367919d665"] },
  document: { package_id: "32822e5744a45ede319d2c50" },
  schedule: { startsAt: "2026-01-10T02:00:00.000Z", retry: { count: 2, everyMinutes: 5 } },
  gatewayMode: false,
  needsConfirm: false,
  extInfo: null,
};
const many = (count: number): [string, ...string[]] => [
  "d0",
  ...Array.from({ length: count - 1 }, (_, i) => `d${i + 1}`),
];

describe("toCreateBody", () => {
  it("writes the vendor's documented example", () => {
    expect(toCreateBody(request)).toEqual({
      app_id: "jeQDJQZltU8iKgFFoW060F5SGZka",
      task_name: "fw_2_0_wave1",
      task_type: "firmwareUpgrade",
      targets_filter: { group_ids: ["e495cf17-ff79-4294-8f64-4d367919d665"] },
      document: { package_id: "32822e5744a45ede319d2c50" },
      task_policy: { schedule_time: "20260110T020000Z", retry_count: 2, retry_interval: 5 },
    });
  });

  it("leaves out what was not chosen and sends one source of targets", () => {
    const schedule = { startsAt: null, retry: null };
    const base = { app_id: request.spaceId, task_name: "fw_2_0_wave1", task_type: "firmwareUpgrade" };
    const bare = { ...request, schedule, document: null };
    expect(toCreateBody({ ...bare, targets: { by: "devices", deviceIds: ["a", "b"] } })).toEqual({
      ...base,
      targets: ["a", "b"],
    });
    expect(toCreateBody({ ...bare, targets: { by: "file", fileId: "f-1" } })).toEqual({
      ...base,
      document_source: "f-1",
    });
  });

  it("adds gateway mode, confirmation and extra information when asked", () => {
    const body = toCreateBody({ ...request, gatewayMode: true, needsConfirm: true, extInfo: { ring: 1 } });
    expect(body).toMatchObject({ task_mode: "GATEWAY", need_confirm: true, task_ext_info: { ring: 1 } });
  });

  it("sends a policy of retries alone", () => {
    const schedule = { startsAt: null, retry: { count: 1, everyMinutes: 10 } };
    expect(toCreateBody({ ...request, schedule })).toMatchObject({
      task_policy: { retry_count: 1, retry_interval: 10 },
    });
  });

  it("never sends no targets, nor more than 30,000", () => {
    const none = JSON.parse('{"by":"devices","deviceIds":[]}') as TaskRequest["targets"];
    expect(() => toCreateBody({ ...request, targets: none })).toThrow(/empty list/);
    const noGroups = JSON.parse('{"by":"groups","groupIds":[]}') as TaskRequest["targets"];
    expect(() => toCreateBody({ ...request, targets: noGroups })).toThrow(/empty list/);
    const unknown = JSON.parse('{"by":"nobody"}') as TaskRequest["targets"];
    expect(() => toCreateBody({ ...request, targets: unknown })).toThrow(/Unknown targets/);
    expect(() => toCreateBody({ ...request, targets: { by: "devices", deviceIds: many(30_001) } })).toThrow(/30001/);
    expect(() => toCreateBody({ ...request, targets: { by: "devices", deviceIds: many(30_000) } })).not.toThrow();
  });
});

describe("toScopeBody", () => {
  it("says all only for the word all", () => {
    expect(toScopeBody({ of: "all" })).toEqual({});
    expect(toScopeBody({ of: "devices", deviceIds: ["a"] })).toEqual({ targets: ["a"] });
  });

  // Types can not hold these; a row read back from a database could.
  it.each(['{"of":"devices","deviceIds":[]}', '{"of":"devices"}', '{"of":"nobody"}', "{}"])(
    "throws for %s rather than act on every device",
    (scope) => {
      expect(() => toScopeBody(JSON.parse(scope) as Scope)).toThrow();
    },
  );

  it("throws above 100 devices", () => {
    expect(() => toScopeBody({ of: "devices", deviceIds: many(101) })).toThrow(/101/);
    expect(() => toScopeBody({ of: "devices", deviceIds: many(100) })).not.toThrow();
  });
});
