import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { chunksOf, findAction } from "@/lib/db/actions";
import type { OpenDatabase } from "@/lib/db/database";
import { actionChunks, actions } from "@/lib/db/schema/actions";
import { findTask } from "@/lib/db/tasks";
import { emptyDatabase, testDrivers } from "@/lib/db/testing";
import type { Failure } from "@/lib/failure";
import type { ActionVerb } from "@/lib/tasks/action";
import { createScene, putTask } from "../testing";
import { actJob, LEASE_MS } from "./act";

const UNREACHABLE: Failure = { kind: "unreachable", host: "iotda", cause: "refused" };
const REFUSED: Failure = { kind: "refused", status: 400, code: "IOTDA.014219", message: "no", requestId: "r" };

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("acting on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let scene: ReturnType<typeof createScene>;
  let taskId: string;
  let platformId: string;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    scene = createScene(opened.database);
    taskId = await putTask(opened.database, scene);
    platformId = [...scene.platform.tasks.keys()][0] ?? "";
    const devices = Array.from({ length: 250 }, (_, index) => [`d${index}`, "Processing"] as const);
    scene.platform.devices.set(platformId, new Map(devices));
  });

  async function request(verb: ActionVerb, chunks: readonly (readonly string[] | null)[]): Promise<string> {
    const id = randomUUID();
    const scope = chunks[0] === null ? "all" : "devices";
    const devices = scope === "all" ? null : chunks.flat().length;
    const common = { taskId, verb, scope, by: "ann@example.test", reason: "", devices } as const;
    await opened.database.insert(actions).values({ ...common, id, state: "pending", requestedAt: scene.iso() });
    for (const [seq, deviceIds] of chunks.entries())
      await opened.database.insert(actionChunks).values({ actionId: id, seq, scope, deviceIds, state: "pending" });
    return id;
  }

  const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `d${from + index}`);
  const thirds = () => [ids(0, 100), ids(100, 200), ids(200, 250)];
  const statesOf = async (id: string) => (await chunksOf(opened.database, [id])).map(({ state }) => state);
  const stateOf = async (id: string) => (await findAction(opened.database, id))?.state;
  const scopesOf = (operation: "stopTask" | "retryTask" | "confirmTask") =>
    scene.platform.callsOf(operation).map(({ detail }) => (detail as { scope: unknown }).scope);

  /** Runs until the process hangs in its n-th call of an operation, and is dead from there on. */
  async function dieInCall(
    operation: "stopTask" | "retryTask" | "confirmTask" | "deleteTask",
    call: number,
    dies: "dies-before" | "dies-after",
  ) {
    const fine = Array.from({ length: call - 1 }, () => undefined);
    scene.platform.trouble(operation, ...fine, dies);
    void actJob(scene.worker())();
    await expect.poll(() => scene.platform.callsOf(operation).length, { interval: 5, timeout: 10_000 }).toBe(call);
  }

  test("every chunk is sent once, in order, and its results are kept", async () => {
    const id = await request("stop", thirds());
    await actJob(scene.worker())();
    expect(scopesOf("stopTask")).toEqual(thirds().map((deviceIds) => ({ of: "devices", deviceIds })));
    expect(await stateOf(id)).toBe("done");
    expect((await chunksOf(opened.database, [id])).flatMap(({ outcomes }) => outcomes)).toHaveLength(250);
    expect(scene.rung).toContain("monitor");
    expect((await findTask(opened.database, taskId))?.watchUntil).not.toBeNull();
  });

  test("all is sent as all", async () => {
    const id = await request("retry", [null]);
    await actJob(scene.worker())();
    expect(scopesOf("retryTask")).toEqual([{ of: "all" }]);
    expect(await stateOf(id)).toBe("done");
  });

  test("killed in the middle of a stop: only devices that still run are stopped again, and the rest goes on", async () => {
    const id = await request("stop", thirds());
    await dieInCall("stopTask", 2, "dies-before");
    // Half of the second hundred ended by itself meanwhile.
    for (const device of ids(100, 150)) scene.platform.devices.get(platformId)?.set(device, "Success");
    scene.pass(LEASE_MS + 1);
    await actJob(scene.worker("next"))();
    expect(scopesOf("stopTask").slice(2)).toEqual([
      { of: "devices", deviceIds: ids(150, 200) },
      { of: "devices", deviceIds: ids(200, 250) },
    ]);
    expect(await stateOf(id)).toBe("done");
    const stopped = [...(scene.platform.devices.get(platformId) ?? [])].filter(([, state]) => state === "Stopped");
    expect(stopped).toHaveLength(200);
  });

  test("killed after a stop took effect: looking shows it and nothing is sent again", async () => {
    const id = await request("stop", [ids(0, 100)]);
    await dieInCall("stopTask", 1, "dies-after");
    scene.pass(LEASE_MS + 1);
    await actJob(scene.worker("next"))();
    expect(scopesOf("stopTask")).toHaveLength(1);
    expect(await stateOf(id)).toBe("done");
  });

  test.each(["dies-before", "dies-after"] as const)(
    "a retry that %s stays unknown, is told, and is not repeated",
    async (dies) => {
      const id = await request("retry", thirds());
      await dieInCall("retryTask", 2, dies);
      scene.pass(LEASE_MS + 1);
      await actJob(scene.worker("next"))();
      expect(await statesOf(id)).toEqual(["answered", "unknown", "answered"]);
      expect(await stateOf(id)).toBe("uncertain");
      expect(scopesOf("retryTask")).toEqual(thirds().map((deviceIds) => ({ of: "devices", deviceIds })));
    },
  );

  test("a confirm whose answer was lost is repeated only for devices that still wait", async () => {
    for (const device of ids(0, 100)) scene.platform.devices.get(platformId)?.set(device, "Waitting");
    const id = await request("confirm", [ids(0, 100)]);
    await dieInCall("confirmTask", 1, "dies-before");
    for (const device of ids(0, 99)) scene.platform.devices.get(platformId)?.set(device, "Processing");
    scene.pass(LEASE_MS + 1);
    await actJob(scene.worker("next"))();
    expect(scopesOf("confirmTask").slice(1)).toEqual([{ of: "devices", deviceIds: ["d99"] }]);
    expect(await stateOf(id)).toBe("done");
  });

  test("a delete whose answer was lost is done when the task is gone", async () => {
    const id = await request("delete", [null]);
    await dieInCall("deleteTask", 1, "dies-after");
    scene.pass(LEASE_MS + 1);
    await actJob(scene.worker("next"))();
    expect(scene.platform.callsOf("deleteTask")).toHaveLength(1);
    expect(await stateOf(id)).toBe("done");
    expect((await findTask(opened.database, taskId))?.goneAt).toBe(scene.iso());
  });

  test("a platform that is away keeps the chunk as it was, until it answers", async () => {
    const id = await request("stop", [ids(0, 2)]);
    scene.platform.trouble("stopTask", UNREACHABLE);
    expect(await actJob(scene.worker())()).toBe(1_000);
    expect(await statesOf(id)).toEqual(["pending"]);
    scene.pass(1_000);
    await actJob(scene.worker())();
    expect(await stateOf(id)).toBe("done");
    expect(scene.platform.callsOf("showTask")).toHaveLength(0);
  });

  test("a refused chunk is told with the platform's reason, and the others are sent", async () => {
    const id = await request("stop", thirds());
    scene.platform.trouble("stopTask", REFUSED);
    await actJob(scene.worker())();
    expect(await statesOf(id)).toEqual(["refused", "answered", "answered"]);
    expect(await stateOf(id)).toBe("partial");
    expect((await chunksOf(opened.database, [id]))[0]?.failure).toEqual(REFUSED);
  });

  test("keys that the platform does not accept end the action: the next chunk would fare no better", async () => {
    const id = await request("stop", thirds());
    scene.platform.trouble("stopTask", { ...REFUSED, kind: "credentials", cause: "keys" });
    await actJob(scene.worker())();
    expect(scopesOf("stopTask")).toHaveLength(1);
    expect(await statesOf(id)).toEqual(["refused", "dropped", "dropped"]);
    expect(await stateOf(id)).toBe("failed");
  });

  test("a stop overtakes a retry that still has chunks to send", async () => {
    const retry = await request("retry", thirds());
    await request("stop", [null]);
    await actJob(scene.worker())();
    const order = [...scene.platform.callsOf("stopTask"), ...scene.platform.callsOf("retryTask")];
    expect(order).toHaveLength(4);
    expect(await stateOf(retry)).toBe("done");
    expect(scene.platform.order()[0]).toBe("stopTask");
  });

  test("two workers at once send every chunk once", async () => {
    await request("stop", thirds());
    await Promise.all([actJob(scene.worker("one"))(), actJob(scene.worker("two"))()]);
    expect(scopesOf("stopTask")).toHaveLength(3);
  });

  test.each([[[]], [null]])("a list of devices that is %j can not be stored", async (deviceIds) => {
    const id = await request("stop", [["d1"]]);
    const bad = { actionId: id, seq: 7, scope: "devices", deviceIds, state: "pending" } as const;
    await expect(opened.database.insert(actionChunks).values(bad)).rejects.toThrow();
    const all = { actionId: id, seq: 8, scope: "all", deviceIds: ["d1"], state: "pending" } as const;
    await expect(opened.database.insert(actionChunks).values(all)).rejects.toThrow();
    const rows = await opened.database.select().from(actionChunks).where(eq(actionChunks.actionId, id));
    expect(rows).toHaveLength(1);
  });
});
