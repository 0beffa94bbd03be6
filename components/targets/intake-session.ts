import type { Intake } from "@/lib/target-files/intake";
import { MAX_SPLIT_IDS } from "@/lib/target-files/parts";
import type { Choice, ListVerdict, Refusal, Rejection } from "@/lib/target-files/verdict";
import type { TargetSetView } from "@/lib/tasks/draft";
import type { StoreOutcome, StoreProblem } from "./put-list";

/** A list that somebody gave: a file, or a text made into one. */
export type GivenList = { from: "file" | "paste"; name: string; blob: Blob };

export type Saving<Set = TargetSetView> =
  | { is: "none" }
  | { is: "busy" }
  | { is: "done"; set: Set }
  | { is: "failed"; problem: StoreProblem };

/** Where the intake is. `broken` is a worker that does not work, the only thing here that should never happen. */
export type IntakeState =
  | { at: "start" }
  | { at: "reading"; list: GivenList; bytes: number }
  | { at: "read"; list: GivenList; choice: Choice; verdict: ListVerdict; saving: Saving }
  | { at: "refused"; list: GivenList; refusal: Refusal }
  | { at: "broken"; list: GivenList };

type Parts = {
  start: () => Intake;
  save: (source: string, ids: Uint8Array<ArrayBuffer>) => Promise<StoreOutcome<TargetSetView>>;
  onState: (state: IntakeState) => void;
  onStored: (set: TargetSetView) => void;
};

export type IntakeSession = {
  open: (list: GivenList) => void;
  /** Reads the same list again in another way, without showing it as gone meanwhile. */
  choose: (choice: Choice) => void;
  /** Saves a list that is longer than one task takes; only a person says so. */
  split: () => void;
  /** Reads or saves again what did not work. */
  tryAgain: () => void;
  /** Goes back to the start; what is saved stays saved. */
  forget: () => void;
  rejections: (from: number) => Promise<readonly Rejection[]>;
  close: () => void;
};

/** Rejected rows never keep the rest from being used; a list that is too long is not saved in part. */
const isUsable = ({ ready, over }: ListVerdict, isSplit: boolean): boolean =>
  ready > 0 && (isSplit ? ready <= MAX_SPLIT_IDS : over === 0);

/** Reads lists and saves what is usable by itself. The list that was given last is the one that counts and stays. */
export function openIntakeSession({ start, save, onState, onStored }: Parts): IntakeSession {
  let intake = start();
  let state: IntakeState = { at: "start" };
  let turn = 0;
  let saved: Promise<unknown> = Promise.resolve();

  const show = (next: IntakeState) => {
    state = next;
    onState(next);
  };
  const showSaving = (saving: Saving) => {
    if (state.at === "read") show({ ...state, saving });
  };

  const store = async (list: GivenList, mine: number) => {
    showSaving({ is: "busy" });
    // One upload after the other, so that the last one is the one that stays.
    await saved;
    if (mine !== turn) return;
    const upload = intake.ids().then((ids) => save(list.name, ids));
    saved = upload.catch(() => undefined);
    const outcome = await upload;
    if (mine !== turn) return;
    showSaving(outcome.ok ? { is: "done", set: outcome.set } : { is: "failed", problem: outcome.problem });
    if (outcome.ok) onStored(outcome.set);
  };

  const read = async (list: GivenList, choice: Choice, isSplit = false) => {
    turn += 1;
    const mine = turn;
    if (state.at !== "read" || state.list !== list) show({ at: "reading", list, bytes: 0 });
    const onBytes = (bytes: number) => {
      if (mine === turn && state.at === "reading") show({ at: "reading", list, bytes });
    };
    try {
      const verdict = await intake.read(list.blob, choice, onBytes);
      if (verdict === null || mine !== turn) return;
      if (verdict.kind === "refusal") return show({ at: "refused", list, refusal: verdict });
      show({ at: "read", list, choice, verdict, saving: { is: "none" } });
      if (isUsable(verdict, isSplit)) await store(list, mine);
    } catch {
      if (mine !== turn) return;
      intake.close();
      intake = start();
      show({ at: "broken", list });
    }
  };

  return {
    open: (list) => void read(list, {}),
    choose: (choice) => {
      if (state.at === "read") void read(state.list, choice);
    },
    split: () => {
      if (state.at === "read") void read(state.list, state.choice, true);
    },
    tryAgain: () => {
      if (state.at === "broken") void read(state.list, {});
      if (state.at === "read") void read(state.list, state.choice, state.saving.is !== "none");
    },
    forget: () => {
      turn += 1;
      show({ at: "start" });
    },
    rejections: (from) => intake.rejections(from),
    close: () => intake.close(),
  };
}
