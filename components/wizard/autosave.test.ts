import { expect, test } from "vitest";
import { fail, ok } from "@/lib/failure";
import { type AutosaveOptions, createAutosave, type SaveState, type Snapshot } from "./autosave";

const snapshot = (title: string): Snapshot => ({ step: "what", content: { title } });
const conflict = fail({ kind: "invalid", issues: [{ path: "revision", message: "draft-newer" }] });

/** An autosave whose clock is turned by hand: `tick` runs what is due and waits for the saves. */
function rig(options: Partial<AutosaveOptions> = {}) {
  const states: SaveState[] = [];
  const writes: { title: Snapshot; over: number }[] = [];
  const timers: { ms: number; run: () => void }[] = [];
  const save = createAutosave({
    write: async (title, over) => {
      writes.push({ title, over });
      return ok({ revision: over + 1, savedAt: "2026-10-14T18:14:00Z" });
    },
    findWritten: async () => null,
    after: (ms, run) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer) >>> 0, 1);
    },
    onState: (state) => states.push(state),
    revision: 1,
    savedAt: null,
    ...options,
  });
  const tick = async (): Promise<void> => {
    timers.shift()?.run();
    await new Promise(setImmediate);
  };
  return { save, states, writes, timers, tick, last: () => states.at(-1) };
}

test("many changes in a row are one save of the last", async () => {
  const { save, writes, timers, tick, last } = rig();
  for (const title of ["N", "Ni", "Night"]) save.change(snapshot(title));
  expect(timers).toHaveLength(1);
  await tick();
  expect(writes).toEqual([{ title: snapshot("Night"), over: 1 }]);
  expect(last()).toEqual({ kind: "clean", at: "2026-10-14T18:14:00Z" });
});

test("a change during a save is saved after it, over the new revision", async () => {
  const started: ((value: ReturnType<typeof ok<{ revision: number; savedAt: string }>>) => void)[] = [];
  const overs: number[] = [];
  const { save, tick } = rig({
    write: (_, over) => {
      overs.push(over);
      return new Promise((resolve) => started.push(resolve));
    },
  });
  save.change(snapshot("a"));
  await tick();
  save.change(snapshot("b"));
  const done = save.flush();
  started[0]?.(ok({ revision: 2, savedAt: "1" }));
  await new Promise(setImmediate);
  started[1]?.(ok({ revision: 3, savedAt: "2" }));
  expect(await done).toBe(true);
  expect(overs).toEqual([1, 2]);
});

test("a save that finds a newer draft halts, says so and writes no more", async () => {
  let calls = 0;
  const { save, tick, last, timers } = rig({
    write: async () => {
      calls += 1;
      return conflict;
    },
  });
  save.change(snapshot("a"));
  await tick();
  expect(last()).toEqual({ kind: "conflict" });
  save.change(snapshot("b"));
  expect(await save.flush()).toBe(false);
  expect([calls, timers.length]).toEqual([1, 0]);
  save.restart({ revision: 9, savedAt: "now" });
  expect(save.revision()).toBe(9);
  expect(await save.flush()).toBe(true);
});

test("a conflict with our own save whose answer was lost is none", async () => {
  const { save, tick, last } = rig({
    write: async () => conflict,
    findWritten: async () => ({ revision: 2, savedAt: "then" }),
  });
  save.change(snapshot("a"));
  await tick();
  expect(last()).toEqual({ kind: "clean", at: "then" });
  expect(save.revision()).toBe(2);
});

test("no answer means trying again, later each time, and nothing is lost", async () => {
  let answers = 0;
  const { save, tick, last, timers } = rig({
    write: async () => {
      answers += 1;
      if (answers < 3) throw new TypeError("fetch failed");
      return ok({ revision: 2, savedAt: "at last" });
    },
  });
  save.change(snapshot("a"));
  await tick();
  expect(last()).toEqual({ kind: "failing", failure: null });
  expect(timers.map(({ ms }) => ms)).toEqual([2_000]);
  await tick();
  expect(timers.map(({ ms }) => ms)).toEqual([4_000]);
  await tick();
  expect(last()).toEqual({ kind: "clean", at: "at last" });
});

test("a session that ended halts with the failure, keeps the change, and goes on when asked again", async () => {
  let signedIn = false;
  const { save, tick, last } = rig({
    write: async (_, over) => (signedIn ? ok({ revision: over + 1, savedAt: "after" }) : fail({ kind: "signed-out" })),
  });
  save.change(snapshot("a"));
  await tick();
  expect(last()).toEqual({ kind: "ended", failure: { kind: "signed-out" } });
  expect(await save.flush()).toBe(false);
  signedIn = true;
  expect(await save.again()).toBe(true);
  expect(last()).toEqual({ kind: "clean", at: "after" });
});
