import { describe, expect, it } from "vitest";
import { NO_PROGRESS } from "@/lib/tasks/progress";
import { aRequest } from "./a-request";
import { scripted } from "./scripted";
import { created, shown, stopped } from "./vendor-examples";

const TASK = "5c8ba99030344005c02316ad";

describe("what comes back", () => {
  it("reads the documented task", async () => {
    const { iotda } = scripted([{ body: created }]);
    expect(await iotda.createTask(aRequest)).toMatchObject({
      value: {
        id: TASK,
        status: { known: "Initializing" },
        startsAt: "2026-01-10T02:00:00.000Z",
        retry: { count: 2, everyMinutes: 5 },
        createdAt: "2026-01-09T10:15:00.000Z",
        groupIds: ["e495cf17-ff79-4294-8f64-4d367919d665"],
        packageIds: ["32822e5744a45ede319d2c50"],
        needsConfirm: false,
      },
    });
  });

  it("reads the documented sub-tasks", async () => {
    const { iotda } = scripted([{ body: shown }]);
    expect(await iotda.showTask({ taskId: TASK })).toMatchObject({
      value: {
        task: { type: "createDevices", progress: { total: 2, succeeded: 1, failed: 1, waiting: 0, awaitingRetry: 0 } },
        subTasks: {
          total: 2,
          next: null,
          items: [
            { target: "one", status: { known: "Success" }, output: "...", code: null },
            { target: "two", status: { known: "Fail" }, output: null, code: "IOTDA.014031", message: "..." },
          ],
        },
      },
    });
  });

  it("reads the refusals of single devices inside a 200", async () => {
    const { iotda } = scripted([{ body: stopped }]);
    expect(await iotda.stopTask(TASK, { of: "all" })).toEqual({
      ok: true,
      value: [
        { deviceId: "one", done: true, code: null, message: null },
        {
          deviceId: "e495cf17-ff79-4294-8f64-4d367919d665",
          done: false,
          code: "IOTDA.014219",
          message: "Invalid input. The target is not in the task.",
        },
      ],
    });
  });

  it("keeps unknown words and shows unknown counters as unknown, never as zero", async () => {
    const task = {
      task_id: TASK,
      task_type: "newKind",
      status: "Paused",
      task_progress: { total: 3, success: -1, fail: null, extra: 1 },
      task_policy: { retry_count: 0 },
    };
    const { iotda } = scripted([{ body: { batchtasks: [task, { task_id: "5c" }], page: { count: 2, marker: null } } }]);
    const unknown = { ...NO_PROGRESS, total: 3 };
    expect(await iotda.listTasks({ spaceId: "s", type: "softwareUpgrade" })).toMatchObject({
      value: {
        items: [
          { type: "softwareUpgrade", status: { known: null, raw: "Paused" }, progress: unknown, retry: null },
          { id: "5c", status: { known: null, raw: "" }, progress: NO_PROGRESS, startsAt: null },
        ],
        next: null,
      },
    });
  });

  it("reads a task that has no sub-tasks yet, and one that names several packages", async () => {
    const task = { ...created, document: { package_ids: ["p1", "p2"] } };
    const { iotda } = scripted([{ body: { batchtask: task, page: null } }]);
    expect(await iotda.showTask({ taskId: TASK })).toMatchObject({
      value: { task: { packageIds: ["p1", "p2"] }, subTasks: { items: [], total: null, next: null } },
    });
  });

  it("reads devices, groups and packages", async () => {
    const { iotda } = scripted([
      {
        body: {
          device_id: "c",
          gateway_id: "g",
          node_type: "ENDPOINT",
          fw_version: "",
          sw_version: "1.2",
          status: "SLEEPING",
        },
      },
      {
        body: {
          device_groups: [
            { group_id: "g", group_type: "DYNAMIC" },
            { group_id: "h", super_group_id: "g" },
          ],
          page: { count: 2 },
        },
      },
      { body: { package_id: "p", package_type: "softwarePackage", version: "2.0", create_time: "20260109T101500Z" } },
    ]);
    expect(await iotda.showDevice("c")).toMatchObject({
      value: { isChild: true, firmware: null, software: "1.2", status: "SLEEPING" },
    });
    expect(await iotda.listGroups({ spaceId: "s" })).toMatchObject({
      value: {
        items: [
          { kind: "dynamic", parentId: null },
          { kind: "static", parentId: "g" },
        ],
        total: 2,
      },
    });
    expect(await iotda.showPackage("p")).toMatchObject({
      value: { type: "softwarePackage", sourceVersions: [], createdAt: "2026-01-09T10:15:00.000Z" },
    });
  });

  it("does not take an answer without the list for an empty list", async () => {
    const { iotda } = scripted([{ body: {} }, { body: {} }, { body: {}, headers: { "X-Request-Id": "r" } }]);
    expect(await iotda.listTasks({ spaceId: "s", type: "firmwareUpgrade" })).toEqual({
      ok: false,
      failure: { kind: "unreadable", operation: "ListBatchTasks", requestId: "r" },
    });
  });

  it("pings once, with the platform's clock", async () => {
    const { iotda } = scripted([{ body: { applications: [] }, headers: { Date: "Fri, 09 Jan 2026 10:15:30 GMT" } }]);
    expect(await iotda.ping()).toEqual({ ok: true, value: { tookMs: 0, platformTime: "2026-01-09T10:15:30.000Z" } });
    const failing = scripted([{ status: 503 }]);
    expect(await failing.iotda.ping()).toMatchObject({ failure: { kind: "unreachable", cause: "5xx" } });
  });
});
