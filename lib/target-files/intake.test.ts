import { expect, test, vi } from "vitest";
import { type IntakeWorker, openIntake } from "./intake";
import { intakeDesk } from "./intake-desk";
import { type Answer, REJECTIONS_PAGE } from "./intake-protocol";

/** The desk at the other end of a worker that copies what is sent and empties what is handed over. */
function fakeWorker(): IntakeWorker {
  const worker: IntakeWorker = { postMessage: () => {}, terminate: vi.fn(), onmessage: null, onerror: null };
  const desk = intakeDesk((answer: Answer, transfer) =>
    worker.onmessage?.({ data: structuredClone(answer, { transfer }) }),
  );
  worker.postMessage = (ask) => void desk(ask);
  return worker;
}

const open = () => openIntake(fakeWorker());
const blob = (text: string) => new Blob([text]);
const quiet = () => {};

test("a list is read, and its IDs can be had again and again", async () => {
  const intake = open();
  const onBytes = vi.fn();
  expect(await intake.read(blob("A-1\nA-2\nA-1\n"), {}, onBytes)).toMatchObject({ ready: 2, repeats: 1 });
  expect(onBytes).toHaveBeenLastCalledWith(12);
  for (const _ of [1, 2]) expect(new TextDecoder().decode(await intake.ids())).toBe("A-1\nA-2");
});

test("a refusal is a verdict", async () => {
  expect(await open().read(blob("PK\u0003\u0004"), {}, quiet)).toMatchObject({
    kind: "refusal",
    reason: "workbook-damaged",
  });
});

test("a later reading overtakes an earlier one", async () => {
  const intake = open();
  const early = intake.read(blob("A-1\n".repeat(200_000)), {}, quiet);
  const late = intake.read(blob("B-1,C-1"), { column: 1 }, quiet);
  expect(await early).toBeNull();
  expect(await late).toMatchObject({ column: 1, ready: 1 });
  expect(new TextDecoder().decode(await intake.ids())).toBe("C-1");
});

test("rejected rows come page by page until there are no more", async () => {
  const intake = open();
  await intake.read(blob("A 1\n".repeat(REJECTIONS_PAGE + 1)), {}, quiet);
  const [first, second, third] = [
    await intake.rejections(0),
    await intake.rejections(REJECTIONS_PAGE),
    await intake.rejections(REJECTIONS_PAGE + 1),
  ];
  expect([first.length, second.length, third.length]).toEqual([REJECTIONS_PAGE, 1, 0]);
  expect(second[0]).toMatchObject({ line: REJECTIONS_PAGE + 1 });
});

test("what is not there is an error, and so is a worker that does not run", async () => {
  const worker = fakeWorker();
  const intake = openIntake(worker);
  await expect(intake.ids()).rejects.toThrow("no longer here");
  worker.postMessage = () => worker.onerror?.({ message: "blocked by policy" });
  await expect(intake.read(blob("A-1"), {}, quiet)).rejects.toThrow("blocked by policy");
  await expect(intake.read(blob("A-1"), {}, quiet)).rejects.toThrow("blocked by policy");
});
