import { expect, test, vi } from "vitest";
import { rowsDesk } from "@/lib/target-files/rows/desk";
import { openRowsIntake, type RowsIntake, type RowsWorker } from "@/lib/target-files/rows/intake";
import type { RowSetView } from "@/lib/tasks/draft";
import type { RowKind } from "@/lib/tasks/targets";
import type { GivenList } from "../intake-session";
import type { StoreOutcome } from "../put-list";
import { openRowsSession, type ReadRows, type RowsState } from "./rows-session";

const given = (text: string): GivenList => ({ from: "file", name: "rows.csv", blob: new Blob([text]) });

function realIntake(): RowsIntake {
  const worker: RowsWorker = {
    postMessage: (ask) => void desk(ask),
    terminate: () => {},
    onmessage: null,
    onerror: null,
  };
  const desk = rowsDesk((answer) => worker.onmessage?.({ data: answer }));
  return openRowsIntake(worker);
}

const setOf = (sheet: string): RowSetView => ({
  ...{ id: "s1", kind: "gateways", count: sheet.split("\n").length - 1, parts: 1, source: "rows.csv" },
  ...{ savedAt: "2026-10-14T02:14:00Z", sample: [] },
});

/** A server that remembers what it was sent and answers as told. */
function setUp({
  kind = "gateways" as RowKind,
  maxRows = 100,
  answers = [] as StoreOutcome<RowSetView>[],
  start = realIntake,
}) {
  const sent: string[] = [];
  const states: RowsState[] = [];
  const onStored = vi.fn<(set: RowSetView) => void>();
  const save = async (_source: string, bytes: Uint8Array): Promise<StoreOutcome<RowSetView>> => {
    const sheet = new TextDecoder().decode(bytes);
    sent.push(sheet);
    return answers.shift() ?? { ok: true, set: setOf(sheet) };
  };
  const onState = (state: RowsState) => void states.push(state);
  const session = openRowsSession({ kind, maxRows, start, save, onStored, onState });
  const untilRead = (wanted: (state: ReadRows) => boolean) =>
    vi.waitFor(() => {
      const last = states.at(-1);
      if (last?.at !== "read" || !wanted(last)) throw new Error(`still at ${last?.at}`);
      return last;
    });
  return { session, sent, states, onStored, untilRead };
}

const isSaved = ({ saving }: ReadRows) => saving.is === "done";

test("usable rows are saved by themselves as the server reads them, rejected ones or not", async () => {
  const { session, sent, onStored, untilRead } = setUp({});
  session.open(given("设备ID,网关ID\nd1,g1\nd 2,g1\nd1,g1\n"));
  const { verdict, parts } = await untilRead(isSaved);
  expect(verdict).toMatchObject({ rows: 3, ready: 1, repeats: 1, rejected: 1 });
  expect(parts).toEqual([1]);
  expect(sent).toEqual(['["device_id","gateway_id"]\n["d1","g1"]']);
  expect(onStored).toHaveBeenCalledOnce();
});

test("a corrected cell is judged with all rows and saved again", async () => {
  const { session, sent, untilRead } = setUp({});
  session.open(given("device_id,gateway_id\nd1,g1\nd 2,g1\n"));
  await untilRead(isSaved);
  const { rows } = await session.page("rejected", 0, 50, false);
  expect(rows).toMatchObject([{ index: 1, line: 3, issues: [{ column: "device_id", reason: "space" }] }]);
  session.change([{ index: 1, column: "device_id", text: "d2" }]);
  const { verdict } = await untilRead((state) => isSaved(state) && state.verdict.edited === 1);
  expect(verdict).toMatchObject({ ready: 2, rejected: 0 });
  expect(sent.at(-1)).toContain('["d2","g1"]');
});

test("rows for several tasks are saved when a person says so, and not before", async () => {
  const { session, sent, untilRead } = setUp({ maxRows: 2 });
  session.open(given("device_id,gateway_id\nd1,g\nd2,g\nd3,g\n"));
  expect((await untilRead(({ parts }) => parts !== null)).parts).toEqual([2, 1]);
  expect(sent).toEqual([]);
  session.split();
  await untilRead(isSaved);
  expect(sent).toHaveLength(1);
});

test("rows for more tasks than there can be are not saved at all", async () => {
  const { session, sent, untilRead } = setUp({ maxRows: 1 });
  session.open(given(`device_id,gateway_id\n${Array.from({ length: 11 }, (_, at) => `d${at},g`).join("\n")}`));
  expect((await untilRead(({ parts }) => parts !== null)).parts).toHaveLength(11);
  session.split();
  expect(sent).toEqual([]);
});

test("without a header nothing is judged until a person says which column is which", async () => {
  const { session, sent, untilRead } = setUp({});
  session.open(given("d1,g1\nd2,g1\n"));
  const { verdict } = await untilRead(() => true);
  expect(verdict).toMatchObject({ rows: 2, ready: 0, rejected: 0, missing: ["device_id", "gateway_id"] });
  session.choose({ header: false, mapping: ["device_id", "gateway_id"] });
  await untilRead(isSaved);
  expect(sent).toEqual(['["device_id","gateway_id"]\n["d1","g1"]\n["d2","g1"]']);
});

test("what could not be saved is tried again without reading it again", async () => {
  const { session, sent, untilRead } = setUp({ answers: [{ ok: false, problem: "offline" }] });
  session.open(given("device_id,gateway_id\nd1,g1\n"));
  await untilRead(({ saving }) => saving.is === "failed");
  session.tryAgain();
  await untilRead(isSaved);
  expect(sent).toHaveLength(2);
});

test("secrets leave the worker only when they are asked for, and no issue tells of them", async () => {
  const { session, untilRead } = setUp({ kind: "registration" });
  session.open(given("product_id,node_id,secret\np,n1,s3cretsecret\np,n2,br@kensecret\np,n3,\n"));
  await untilRead(isSaved);
  const hidden = await session.page("all", 0, 50, false);
  expect(hidden.rows.map(({ cells }) => cells[2])).toEqual(["••••••••", "••••••••", ""]);
  expect(JSON.stringify(hidden)).not.toMatch(/s3cret|br@ken/);
  expect(hidden.rows[1]?.issues).toMatchObject([{ column: "secret", reason: "secret" }]);
  const shown = await session.page("all", 0, 50, true);
  expect(shown.rows.map(({ cells }) => cells[2])).toEqual(["s3cretsecret", "br@kensecret", ""]);
});

test("a file that is refused says why, and a worker that fails is replaced", async () => {
  const { session, states } = setUp({});
  session.open(given("PK\u0003\u0004"));
  await vi.waitFor(() =>
    expect(states.at(-1)).toMatchObject({ at: "refused", refusal: { reason: "workbook-damaged" } }),
  );

  const failing = { ...realIntake(), read: () => Promise.reject(new Error("crashed")) };
  const starts = [failing, realIntake()];
  const other = setUp({ start: () => starts.shift() ?? realIntake() });
  other.session.open(given("device_id,gateway_id\nd1,g1\n"));
  await vi.waitFor(() => expect(other.states.at(-1)?.at).toBe("broken"));
  other.session.tryAgain();
  await other.untilRead(isSaved);
});
