import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Operator } from "@/lib/access/permissions";
import type { OpenDatabase } from "@/lib/db/database";
import { findRowSet, readSealedRows, sealName } from "@/lib/db/row-sets";
import { findSubmission } from "@/lib/db/submissions";
import { findTask } from "@/lib/db/tasks";
import { emptyDatabase, everythingIn, testDrivers } from "@/lib/db/testing";
import { parseRowSheet } from "@/lib/target-files/row-sheet";
import { blobSource } from "@/lib/target-files/source";
import { writeWorkbook } from "@/lib/target-files/write-workbook";
import type { CreatableType } from "@/lib/task-types/registry";
import type { ServerDeps } from "./deps";
import { createDraft, discardDraft, getDraft, saveDraft } from "./drafting";
import { cancelHeld } from "./held";
import { putRows } from "./rows";
import { type Labels, submitDraft } from "./submit";
import { failureOf, testDeps } from "./testing";

const NOW = Date.parse("2026-03-02T08:00:00.000Z");
const ANN: Operator = { id: "1", email: "ann@example.test", name: "Ann", role: "operator" };
const SECRET = "hunter2-hunter2";
const labels: Labels = {
  package: (_, id) => Promise.resolve(id),
  groups: () => Promise.reject(new Error("the platform is away")),
};
const lines = (...rows: readonly (readonly string[])[]): string =>
  [["product_id", "node_id", "secret"], ...rows].map((row) => JSON.stringify(row)).join("\n");
const many = (count: number): string =>
  lines(...Array.from({ length: count }, (_, index) => ["pump", `node-${index}`, SECRET]));

describe.each(testDrivers(process.env.TEST_DATABASE_URL))("rows of a spreadsheet on $driver", ({ open }) => {
  let opened: OpenDatabase;
  let deps: ServerDeps;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    deps = testDeps(opened.database, () => NOW);
  });

  const draftOf = async (type: CreatableType = "createDevices") =>
    (await createDraft(deps, { type, spaceId: "space" }, ANN)).id;
  const put = (draftId: string, body: string) => putRows(deps, { draftId, source: "pumps.xlsx", body }, ANN);
  async function submit(id: string, rowSetId: string, start: object = { start: "now" }): Promise<string> {
    const { revision } = await getDraft(deps, id);
    const retry = { on: false, count: 1, everyMinutes: 1 };
    const schedule = { date: "", time: "", zone: "UTC", ...start, retry };
    const content = { title: "New pumps", targets: { by: "rows", rowSetId }, schedule };
    const saved = await saveDraft(deps, { id, revision, step: "review", content });
    return (await submitDraft(deps, labels, { id, revision: saved.revision }, ANN)).taskId;
  }
  const opensTo = async (id: string, part: number) => {
    const text = await deps.sealing.open(
      sealName(id, part),
      (await readSealedRows(opened.database, id, part)) ?? new Uint8Array(),
    );
    const parsed = parseRowSheet("registration", text);
    return parsed.ok ? parsed.sheet.rows : null;
  };

  test("they are kept sealed, and shown by their node IDs only", async () => {
    const id = await draftOf();
    const set = await put(id, many(6));
    expect(set).toMatchObject({ kind: "registration", count: 6, parts: 1, source: "pumps.xlsx" });
    expect(set.sample).toEqual(["node-0", "node-1", "node-2", "node-3", "node-4"]);
    expect((await getDraft(deps, id)).rowSet).toEqual(set);
    expect((await opensTo(set.id, 1))?.[5]).toEqual(["pump", "node-5", SECRET]);
    expect(await everythingIn(opened)).not.toContain(SECRET);
  });

  test.each([
    ["no rows", lines(), "rows-none", undefined],
    ["a row that does not fit", lines(["pump", "n 1", SECRET]), "rows-not-valid", { row: 1 }],
    [
      "a secret that does not fit",
      lines(["pump", "n1", SECRET], ["pump", "n2", `${SECRET} `.repeat(3)]),
      "rows-not-valid",
      { row: 2 },
    ],
    [
      "a device twice, at odds",
      lines(["pump", "n1", SECRET], ["pump", "n1", `${SECRET}3`]),
      "rows-not-valid",
      { row: 2 },
    ],
    ["a column missing", '["node_id"]\n["n1"]', "rows-not-valid", { row: 0 }],
    ["something else", "hello", "rows-not-valid", { row: 0 }],
  ])("%s is refused by its number, and says nothing of its content", async (_, body, message, values) => {
    const failure = await failureOf(put(await draftOf(), body));
    expect(failure).toMatchObject({
      kind: "invalid",
      issues: [{ path: "targets", message, ...(values && { values }) }],
    });
    expect(JSON.stringify(failure)).not.toContain("hunter2");
  });

  test("a type that takes no such rows takes none", async () => {
    expect(await failureOf(put(await draftOf("deleteDevices"), many(1)))).toMatchObject({
      issues: [{ message: "targets-way" }],
    });
    const id = await draftOf("updateDevices");
    expect(await failureOf(put(id, many(1)))).toMatchObject({ kind: "invalid" });
  });

  test("rows of another draft, or that are not there, are not submitted", async () => {
    const set = await put(await draftOf(), many(1));
    for (const rowSetId of [set.id, randomUUID()])
      expect(await failureOf(submit(await draftOf(), rowSetId))).toMatchObject({ issues: [{ message: "rows-none" }] });
  });

  test("submitting keeps the rows that were chosen and drops the others of the draft", async () => {
    const id = await draftOf();
    const [older, chosen] = [await put(id, many(2)), await put(id, many(3))];
    await submit(id, chosen.id);
    expect(await findRowSet(opened.database, older.id)).toBeNull();
    expect(await findSubmission(opened.database, id)).toMatchObject({
      state: "sending",
      familyId: null,
      request: { targets: { by: "rows", rowSetId: chosen.id, part: 1 } },
    });
    expect((await findTask(opened.database, id))?.targetSummary).toEqual({ by: "rows", count: 3 });
    expect(await everythingIn(opened)).not.toContain(SECRET);
  });

  test("a discarded draft and a cancelled start take their rows with them", async () => {
    const discarded = await draftOf();
    const first = await put(discarded, many(1));
    await discardDraft(deps, discarded);
    expect(await findRowSet(opened.database, first.id)).toBeNull();
    const held = await draftOf();
    const second = await put(held, many(1));
    await submit(held, second.id, { start: "at", date: "2026-03-03", time: "08:00" });
    expect(await findRowSet(opened.database, second.id)).not.toBeNull();
    await cancelHeld(deps, { taskId: held }, ANN);
    expect(await findRowSet(opened.database, second.id)).toBeNull();
  });

  test("an official template that an operator put in place has to have a place for all they say", async () => {
    const withHeader = (header: readonly string[]) => {
      const template = async () => blobSource(new Blob([await writeWorkbook({ sheet: "S", header, rows: [] })]));
      return { ...deps, template };
    };
    const taken = async (header: readonly string[]) =>
      putRows(withHeader(header), { draftId: await draftOf(), source: "", body: many(2) }, ANN);
    expect(await taken(["设备标识码", "产品ID", "密钥"])).toMatchObject({ count: 2 });
    expect(await failureOf(taken(["设备标识码", "产品ID"]))).toMatchObject({ issues: [{ message: "template-unfit" }] });
  });

  test("as many rows as a file takes make one task, one more makes two, in order and whole", async () => {
    const small = { ...deps, taskFileRows: 4 };
    const putSmall = (draftId: string, body: string) => putRows(small, { draftId, source: "", body }, ANN);
    expect(await putSmall(await draftOf(), many(4))).toMatchObject({ count: 4, parts: 1 });
    const id = await draftOf();
    const set = await putSmall(id, many(5));
    expect(set).toMatchObject({ count: 5, parts: 2 });
    expect(
      [...((await opensTo(set.id, 1)) ?? []), ...((await opensTo(set.id, 2)) ?? [])].map(([, node]) => node),
    ).toEqual(["node-0", "node-1", "node-2", "node-3", "node-4"]);
    expect(await putSmall(await draftOf(), many(40))).toMatchObject({ parts: 10 });
    expect(await failureOf(putSmall(await draftOf(), many(41)))).toMatchObject({ issues: [{ message: "rows-parts" }] });
  });
});
