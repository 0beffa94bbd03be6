import { expect, test, vi } from "vitest";
import type { Intake } from "@/lib/target-files/intake";
import { openIntake } from "@/lib/target-files/intake";
import { intakeDesk } from "@/lib/target-files/intake-desk";
import type { TargetSetView } from "@/lib/tasks/draft";
import { type GivenList, type IntakeState, openIntakeSession } from "./intake-session";
import type { StoreOutcome } from "./put-list";

const list = (text: string, name = "list.csv"): GivenList => ({ from: "file", name, blob: new Blob([text]) });

function realIntake(): Intake {
  const worker: Parameters<typeof openIntake>[0] = {
    postMessage: (ask) => void desk(ask),
    terminate: () => {},
    onmessage: null,
    onerror: null,
  };
  const desk = intakeDesk((answer) => worker.onmessage?.({ data: answer }));
  return openIntake(worker);
}

/** A server that remembers what it was sent and answers as told. */
function setUp(
  answer: (ids: string) => Promise<StoreOutcome<TargetSetView>> = async (ids) => ({ ok: true, set: setOf(ids) }),
  start = realIntake,
) {
  const sent: string[] = [];
  const states: IntakeState[] = [];
  const onStored = vi.fn<(set: TargetSetView) => void>();
  const save = (source: string, bytes: Uint8Array) => {
    const ids = new TextDecoder().decode(bytes);
    sent.push(`${source}: ${ids.replaceAll("\n", " ")}`);
    return answer(ids);
  };
  const session = openIntakeSession({ start, save, onStored, onState: (state) => states.push(state) });
  const until = (wanted: (state: IntakeState) => boolean) =>
    vi.waitFor(() => {
      const last = states.at(-1);
      if (last === undefined || !wanted(last)) throw new Error(`still at ${last?.at}`);
      return last;
    });
  return { session, sent, states, onStored, until };
}

const setOf = (ids: string): TargetSetView => ({
  ...{ id: "s1", count: ids.split("\n").length, source: "list.csv" },
  ...{ savedAt: "2026-10-14T02:14:00Z", sample: [] },
});
const isSaved = (state: IntakeState) => state.at === "read" && state.saving.is === "done";
const isFailed = (state: IntakeState) => state.at === "read" && state.saving.is === "failed";

test("a list is read and what is usable is saved, rejected lines or not", async () => {
  const { session, sent, onStored, until } = setUp();
  session.open(list("A-1\nA 2\nA-3\nA-1"));
  await until(isSaved);
  expect(sent).toEqual(["list.csv: A-1 A-3"]);
  expect(onStored).toHaveBeenCalledExactlyOnceWith(setOf("A-1\nA-3"));
});

test.each([
  ["nothing usable", "A 1\nA 2"],
  ["too much for one task", Array.from({ length: 30_001 }, (_, at) => `D-${at}`).join("\n")],
])("with %s nothing is saved", async (_, text) => {
  const { session, sent, until } = setUp();
  session.open(list(text));
  const state = await until(({ at }) => at === "read");
  expect(state).toMatchObject({ saving: { is: "none" } });
  expect(sent).toEqual([]);
});

test("another column is read and saved in place of the first, and the list stays on the screen", async () => {
  const { session, sent, states, until } = setUp();
  session.open(list("device_id,gateway_id\nA-1,G-1\nA-2,G-1"));
  await until(isSaved);
  const before = states.length;
  session.choose({ column: 1 });
  await until((state) => isSaved(state) && states.length > before + 1);
  expect(sent).toEqual(["list.csv: A-1 A-2", "list.csv: G-1"]);
  expect(states.slice(before).every(({ at }) => at === "read")).toBe(true);
});

test("a failed upload keeps the list, and trying again sends the same", async () => {
  let works = false;
  const { session, sent, onStored, until } = setUp(async (ids) =>
    works ? { ok: true, set: setOf(ids) } : { ok: false, problem: "signed-out" },
  );
  session.open(list("A-1\nA\u200b2"));
  expect(await until(isFailed)).toMatchObject({ saving: { problem: "signed-out" }, verdict: { ready: 1 } });
  session.choose({ fixes: "all" });
  await until((state) => isFailed(state) && state.at === "read" && state.verdict.ready === 2);
  expect(onStored).not.toHaveBeenCalled();
  works = true;
  session.tryAgain();
  await until(isSaved);
  expect(sent.at(-1)).toBe("list.csv: A-1 A2");
});

test("the list given last is the one that stays, even when the first upload is slow", async () => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { session, sent, onStored, until } = setUp(async (ids) => {
    if (ids === "A-1") await slow;
    return { ok: true, set: setOf(ids) };
  });
  session.open(list("A-1", "first.csv"));
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  session.open(list("B-1\nB-2", "second.csv"));
  await until(({ at }) => at === "read");
  expect(sent).toHaveLength(1);
  release();
  await until(isSaved);
  expect(sent).toEqual(["first.csv: A-1", "second.csv: B-1 B-2"]);
  expect(onStored).toHaveBeenCalledExactlyOnceWith(setOf("B-1\nB-2"));
});

test("a refused file is told, and the next one is read", async () => {
  const { session, until } = setUp();
  session.open(list("PK\u0003\u0004"));
  expect(await until(({ at }) => at === "refused")).toMatchObject({ refusal: { reason: "workbook-damaged" } });
  session.open(list("A-1"));
  await until(isSaved);
});

test("a list that is forgotten comes back neither as a verdict nor as a saved list", async () => {
  const { session, sent, states, onStored } = setUp();
  session.open(list("A-1"));
  session.forget();
  session.open(list("B 1"));
  await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ at: "read", list: { name: "list.csv" } }));
  session.forget();
  expect(states.at(-1)).toEqual({ at: "start" });
  expect(sent).toEqual([]);
  expect(onStored).not.toHaveBeenCalled();
});

test("a worker that does not start is replaced", async () => {
  const deaf: Intake = { ...realIntake(), read: () => Promise.reject(new Error("blocked")), close: vi.fn() };
  const start = vi.fn(realIntake).mockImplementationOnce(() => deaf);
  const { session, until } = setUp(undefined, start);
  session.open(list("A-1"));
  await until(({ at }) => at === "broken");
  expect(deaf.close).toHaveBeenCalled();
  session.tryAgain();
  await until(isSaved);
});

const numbered = (count: number) => list(Array.from({ length: count }, (_, at) => `D-${at}`).join("\n"));

test("a list that is longer than one task takes is saved when a person says so, and not before", async () => {
  const { session, sent, until } = setUp();
  session.open(numbered(30_001));
  await until(({ at }) => at === "read");
  expect(sent).toEqual([]);
  session.split();
  await until(isSaved);
  expect(sent[0]?.split(" ")).toHaveLength(30_002);
});

test("one that is too long even when split is never saved", { timeout: 30_000 }, async () => {
  const { session, sent, states, until } = setUp();
  session.open(numbered(300_001));
  await until(({ at }) => at === "read");
  const before = states.length;
  session.split();
  await vi.waitFor(() => expect(states.length).toBeGreaterThan(before), { timeout: 20_000 });
  expect(sent).toEqual([]);
});

test("trying again after a split could not be saved saves all of it", async () => {
  const answers: StoreOutcome<TargetSetView>[] = [{ ok: false, problem: "offline" }];
  const { session, sent, until } = setUp(async (ids) => answers.pop() ?? { ok: true, set: setOf(ids) });
  session.open(numbered(30_001));
  await until(({ at }) => at === "read");
  session.split();
  await until(isFailed);
  session.tryAgain();
  await until(isSaved);
  expect(sent).toHaveLength(2);
});
