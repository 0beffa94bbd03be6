import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { OpenDatabase } from "@/lib/db/database";
import { findRowSet, saveRowSet, sealName } from "@/lib/db/row-sets";
import { submissions } from "@/lib/db/schema/submissions";
import { tasks } from "@/lib/db/schema/tasks";
import { createSealing } from "@/lib/db/sealing";
import { findSubmission } from "@/lib/db/submissions";
import { emptyDatabase, everythingIn, testDrivers } from "@/lib/db/testing";
import type { Failure } from "@/lib/failure";
import { Secret } from "@/lib/secret";
import { blobSource } from "@/lib/target-files/source";
import { readTemplateHeader } from "@/lib/target-files/template-header";
import { writeWorkbook } from "@/lib/target-files/write-workbook";
import { MISSED_AFTER_MS } from "@/lib/tasks/schedule";
import { createScene, putSubmission } from "../testing";
import { LEASE_MS, sendJob } from "./send";
import { settleJob } from "./settle";
import { tidyJob } from "./tidy";

const SECRET = "hunter2-hunter2";
const ROWS = `["product_id","node_id","secret"]\n["pump","007","${SECRET}"]\n["pump","n-2",""]`;
const UNREACHABLE: Failure = { kind: "unreachable", host: "iotda", cause: "refused" };
const TOO_LARGE: Failure = { kind: "refused", status: 400, code: "IOTDA.014603", message: "large", requestId: "r" };
const HOUR = 3_600_000;

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("sending rows on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let scene: ReturnType<typeof createScene>;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    scene = createScene(opened.database);
  });

  async function put(): Promise<{ id: string; setId: string }> {
    const [id, setId] = [randomUUID(), randomUUID()];
    const sealed = await scene.sealing.seal(sealName(setId, 1), ROWS);
    const set = {
      id: setId,
      draftId: id,
      kind: "registration",
      counts: [2],
      source: "a.csv",
      sample: ["007"],
    } as const;
    await saveRowSet(opened.database, { ...set, savedBy: "ann", savedAt: scene.iso() }, [sealed]);
    const targets = { by: "rows", rowSetId: setId, part: 1 } as const;
    await putSubmission(opened.database, scene, { id, type: "createDevices", targets });
    return { id, setId };
  }
  const send = (holder?: string) => sendJob(scene.worker(holder))();
  const tidy = () => tidyJob(scene.worker())();
  const read = async (id: string) => await findSubmission(opened.database, id);
  const uploads = () => scene.platform.callsOf("uploadTaskFile").length;
  const created = () => scene.platform.callsOf("createTask").length;
  const rowsOf = (setId: string) => findRowSet(opened.database, setId);
  const dieIn = async (operation: "uploadTaskFile" | "createTask", dies: "dies-before" | "dies-after") => {
    scene.platform.trouble(operation, dies);
    void send();
    await expect.poll(() => scene.platform.callsOf(operation).length, { interval: 5, timeout: 10_000 }).toBe(1);
  };
  const onPlatform = async (status: string) =>
    opened.database.update(tasks).set({ status, final: status === "Success" });

  test("they become a workbook with every cell a text, uploaded right before the one call that names it", async () => {
    const { id } = await put();
    await send();
    expect(scene.platform.order()).toEqual(["uploadTaskFile", "createTask"]);
    const [[fileId, file] = ["", null]] = [...scene.platform.files];
    expect(scene.platform.callsOf("createTask")[0]?.detail).toMatchObject({ targets: { by: "file", fileId } });
    expect(file?.name).toMatch(/^fleet-console-[0-9a-f]{8}-[0-9a-f]{8}\.xlsx$/);
    const sheet = unzipSync(file?.bytes ?? new Uint8Array());
    expect(strFromU8(sheet["xl/sharedStrings.xml"] ?? new Uint8Array())).toContain(`<t>007</t>`);
    expect((await read(id))?.state).toBe("sent");
  });

  test("an operator's template decides how it is laid out", async () => {
    const { id } = await put();
    const header = ["*设备标识码", "备用", "产品ID", "密钥"];
    const template = async () =>
      blobSource(new Blob([await writeWorkbook({ sheet: "批量注册", above: [["说明"]], header, rows: [] })]));
    await sendJob({ ...scene.worker(), template })();
    const [file] = [...scene.platform.files.values()];
    const source = blobSource(new Blob([(file?.bytes ?? new Uint8Array()).slice()]));
    expect(await readTemplateHeader("registration", source)).toMatchObject({
      ok: true,
      template: { sheet: "批量注册", above: [["说明"]], header },
    });
    expect((await read(id))?.state).toBe("sent");
  });

  test("once the task has left Initializing, file and rows are gone, and not before", async () => {
    const { id, setId } = await put();
    await send();
    for (const status of [null, "Initializing"]) {
      await opened.database.update(tasks).set({ status });
      await tidy();
      expect(scene.platform.files.size).toBe(1);
      expect(await rowsOf(setId)).not.toBeNull();
    }
    await onPlatform("Processing");
    await tidy();
    expect(scene.platform.files.size).toBe(0);
    expect(await rowsOf(setId)).toBeNull();
    expect((await read(id))?.file).toBeNull();
    await tidy();
    expect(scene.platform.callsOf("deleteTaskFile")).toHaveLength(1);
  });

  test("secrets are in no table, no log line and no name, whatever happens", async () => {
    const { id } = await put();
    scene.platform.trouble("uploadTaskFile", UNREACHABLE, TOO_LARGE);
    await send();
    scene.pass(60_000);
    await send();
    await tidy();
    expect((await read(id))?.state).toBe("refused");
    expect(await everythingIn(opened)).not.toContain(SECRET);
    expect(scene.logged.join("\n")).not.toContain(SECRET);
    expect(scene.logged.length).toBeGreaterThan(0);
  });

  test.each(["dies-before", "dies-after"] as const)(
    "a sender that %s the upload leaves no file behind and is followed by one task",
    async (dies) => {
      const { id } = await put();
      await dieIn("uploadTaskFile", dies);
      scene.pass(LEASE_MS + 1);
      await send("next");
      expect((await read(id))?.state).toBe("sent");
      expect(created()).toBe(1);
      expect(scene.platform.files.size).toBe(1);
      await onPlatform("Success");
      await tidy();
      expect(scene.platform.files.size).toBe(0);
    },
  );

  test("a sender that dies between upload and call: the same file is used, for one task", async () => {
    const { id } = await put();
    await send();
    // As it was right before the attempt was written down.
    const before = { state: "sending", attempts: 0, attemptedAt: null, leaseUntil: scene.iso() } as const;
    await opened.database.update(submissions).set(before).where(eq(submissions.id, id));
    scene.platform.tasks.clear();
    await send("next");
    expect(uploads()).toBe(1);
    expect(scene.platform.tasks.size).toBe(1);
  });

  test.each(["dies-before", "dies-after"] as const)(
    "a sender that %s the call is never followed by a second",
    async (dies) => {
      const { id, setId } = await put();
      await dieIn("createTask", dies);
      scene.pass(LEASE_MS + 1);
      await send("next");
      expect((await read(id))?.state).toBe("uncertain");
      await tidy();
      expect(scene.platform.files.size).toBe(1);
      expect(await rowsOf(setId)).not.toBeNull();
      for (let minute = 0; minute < 8; minute += 1) {
        scene.pass(60_000);
        await settleJob(scene.worker("next"))();
      }
      expect(created()).toBe(1);
      expect(uploads()).toBe(1);
    },
  );

  test("a platform that is away for a moment gets the same file again, and a later one a new file", async () => {
    await put();
    scene.platform.trouble("createTask", UNREACHABLE, UNREACHABLE);
    await send();
    scene.pass(2_000);
    await send();
    expect(uploads()).toBe(1);
    scene.pass(11 * 60_000);
    await send();
    expect(uploads()).toBe(2);
    expect(scene.platform.files.size).toBe(1);
    expect(scene.platform.tasks.size).toBe(1);
  });

  test("a refused task takes its file and its rows with it", async () => {
    const { id, setId } = await put();
    scene.platform.trouble("createTask", TOO_LARGE);
    await send();
    expect((await read(id))?.state).toBe("refused");
    expect(await rowsOf(setId)).toBeNull();
    expect(scene.rung).toContain("tidy");
    await tidy();
    expect(scene.platform.files.size).toBe(0);
  });

  describe("with ten files on the platform already", () => {
    const fill = (name: (index: number) => string, count = 10) => {
      for (let index = 0; index < count; index += 1)
        scene.platform.files.set(`f${index}`, { name: name(index), bytes: new Uint8Array(), uploadedAt: scene.iso() });
    };

    test("those of others are left alone, it is told, and sent when there is room", async () => {
      const { id } = await put();
      fill((index) => `someone-${index}.xlsx`);
      expect(await send()).toBe(30_000);
      expect(await read(id)).toMatchObject({ state: "sending", failure: { issues: [{ message: "files-full" }] } });
      expect(scene.platform.files.size).toBe(10);
      scene.platform.files.delete("f0");
      scene.pass(60_000);
      await send();
      expect((await read(id))?.state).toBe("sent");
    });

    test("a file of ours that nobody needs any more makes room at once; a fresh one does not", async () => {
      fill((index) => `someone-${index}.xlsx`, 8);
      scene.platform.files.set("old", {
        name: "fleet-console-aaaaaaaa-1.xlsx",
        bytes: new Uint8Array(),
        uploadedAt: scene.iso(),
      });
      scene.pass(31 * 60_000);
      scene.platform.files.set("new", {
        name: "fleet-console-aaaaaaaa-2.xlsx",
        bytes: new Uint8Array(),
        uploadedAt: scene.iso(),
      });
      const { id } = await put();
      await send();
      expect((await read(id))?.state).toBe("sent");
      expect([scene.platform.files.has("old"), scene.platform.files.has("new")]).toEqual([false, true]);
    });

    test("a held start that finds no room within five minutes is missed", async () => {
      const { id } = await put();
      const holdUntil = new Date(scene.now() + HOUR).toISOString();
      await opened.database.update(submissions).set({ state: "held", holdUntil }).where(eq(submissions.id, id));
      scene.pass(HOUR);
      fill((index) => `someone-${index}.xlsx`);
      await send();
      scene.pass(MISSED_AFTER_MS + 1);
      await send();
      expect(await read(id)).toMatchObject({ state: "missed", failure: { issues: [{ message: "files-full" }] } });
      expect(created()).toBe(0);
    });
  });

  test("a held start's file is made only at its hour", async () => {
    const { id } = await put();
    const holdUntil = new Date(scene.now() + HOUR).toISOString();
    await opened.database.update(submissions).set({ state: "held", holdUntil }).where(eq(submissions.id, id));
    await send();
    expect(uploads()).toBe(0);
    scene.pass(HOUR);
    await send();
    expect(uploads()).toBe(1);
  });

  test("rows of another key wait and say so, and are sent once the right key is back", async () => {
    const { id } = await put();
    const other = { ...scene.worker(), sealing: createSealing(() => new Secret("1f".repeat(32))) };
    await sendJob(other)();
    expect(await read(id)).toMatchObject({ state: "sending", failure: { issues: [{ message: "rows-locked" }] } });
    expect(uploads()).toBe(0);
    scene.pass(60_000);
    await send();
    expect((await read(id))?.state).toBe("sent");
  });
});
