import { type Failure, isTransient, type Result } from "@/lib/failure";
import type { Json } from "@/lib/json";
import type { Step } from "@/lib/tasks/draft";

/** What one save carries. */
export type Snapshot = { step: Step; content: Json };

/**
 * How far the screen is from the database. `clean.at` is null while nothing was ever saved; `failing` tries again by
 * itself; `conflict` and `ended` wait for the person.
 */
export type SaveState =
  | { kind: "clean"; at: string | null }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "failing"; failure: Failure | null }
  | { kind: "conflict" }
  | { kind: "ended"; failure: Failure };

type Saved = { revision: number; savedAt: string };

export type AutosaveOptions = {
  /** Writes a snapshot over a revision. Making the draft first, when there is none, is its business too. */
  write(snapshot: Snapshot, revision: number): Promise<Result<Saved>>;
  /** After a conflict: the draft's revision if it already says the same as the snapshot, else null. */
  findWritten(snapshot: Snapshot): Promise<Saved | null>;
  /** Calls back after some milliseconds; the answer cancels. */
  after(ms: number, run: () => void): () => void;
  onState(state: SaveState): void;
  revision: number;
  savedAt: string | null;
};

const PAUSE_MS = 700;
const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;

const isConflict = (failure: Failure): boolean =>
  failure.kind === "invalid" && failure.issues.some(({ path }) => path === "revision");

/** Saves a little after the last change, one save at a time, and never over what another tab has saved. */
export function createAutosave(options: AutosaveOptions) {
  let { revision } = options;
  let unsaved: Snapshot | null = null;
  let running: Promise<void> | null = null;
  let cancel = (): void => undefined;
  let tries = 0;
  let halted = false;

  const plan = (ms: number): void => {
    cancel();
    cancel = options.after(ms, () => void run());
  };

  function settle(sent: Snapshot, saved: Saved): void {
    revision = saved.revision;
    tries = 0;
    if (unsaved === sent) {
      unsaved = null;
      options.onState({ kind: "clean", at: saved.savedAt });
    }
  }

  function halt(state: SaveState): void {
    halted = true;
    options.onState(state);
  }

  function tryLater(failure: Failure | null): void {
    options.onState({ kind: "failing", failure });
    plan(Math.min(RETRY_MS * 2 ** tries, LONGEST_RETRY_MS));
    tries += 1;
  }

  /** True when the loop may go on with what was changed meanwhile. */
  async function send(sent: Snapshot): Promise<boolean> {
    options.onState({ kind: "saving" });
    try {
      const result = await options.write(sent, revision);
      if (result.ok) {
        settle(sent, result.value);
        return true;
      }
      if (isConflict(result.failure)) {
        // The answer to our own save may have been lost on the way: then the draft already says what we sent.
        const written = await options.findWritten(sent);
        if (written === null) halt({ kind: "conflict" });
        else settle(sent, written);
        return written !== null;
      }
      if (isTransient(result.failure)) tryLater(result.failure);
      else halt({ kind: "ended", failure: result.failure });
    } catch {
      // The console itself did not answer: a server action throws then.
      tryLater(null);
    }
    return false;
  }

  async function loop(): Promise<void> {
    while (unsaved !== null && !halted && (await send(unsaved)));
  }

  function run(): Promise<void> {
    cancel();
    running ??= loop().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    /** Takes note of a change; it is saved when typing pauses. */
    change(snapshot: Snapshot): void {
      unsaved = snapshot;
      if (halted) return;
      if (running === null) {
        options.onState({ kind: "unsaved" });
        plan(PAUSE_MS);
      }
    },
    /** Saves now; true when nothing is left unsaved. */
    async flush(): Promise<boolean> {
      if (unsaved !== null && !halted) await run();
      return unsaved === null;
    },
    /** Goes on from another revision, dropping what was not saved: the newer draft was loaded. */
    restart(saved: Saved): void {
      cancel();
      revision = saved.revision;
      unsaved = null;
      tries = 0;
      halted = false;
      options.onState({ kind: "clean", at: saved.savedAt });
    },
    /** Saves once more after the person did something about what ended it: signed in again, say. */
    async again(): Promise<boolean> {
      halted = false;
      if (unsaved !== null) await run();
      return unsaved === null;
    },
    revision: (): number => revision,
    stop: (): void => cancel(),
  };
}
