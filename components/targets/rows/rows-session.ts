import type { RowsIntake } from "@/lib/target-files/rows/intake";
import type { ReadySheet, RowEdit } from "@/lib/target-files/rows/protocol";
import type { RowChoice, RowFilter, RowPage, RowsVerdict } from "@/lib/target-files/rows/verdict";
import type { Refusal } from "@/lib/target-files/verdict";
import type { RowSetView } from "@/lib/tasks/draft";
import { MAX_PARTS, type RowKind } from "@/lib/tasks/targets";
import type { GivenList, Saving } from "../intake-session";
import type { StoreOutcome } from "../put-list";

/**
 * Where the intake of rows is. `revision` grows whenever the rows behind the verdict change. `parts` are the sizes of
 * the tasks that the ready rows make; null until that is known. `broken` is a worker that does not work.
 */
export type RowsState =
  | { at: "start" }
  | { at: "reading"; list: GivenList; bytes: number }
  | ReadRows
  | { at: "refused"; list: GivenList; refusal: Refusal }
  | { at: "broken"; list: GivenList };

export type ReadRows = {
  at: "read";
  list: GivenList;
  verdict: RowsVerdict;
  revision: number;
  parts: readonly number[] | null;
  saving: Saving<RowSetView>;
};

type Parts = {
  kind: RowKind;
  maxRows: number;
  start: () => RowsIntake;
  save: (source: string, sheet: Uint8Array<ArrayBuffer>) => Promise<StoreOutcome<RowSetView>>;
  onState: (state: RowsState) => void;
  onStored: (set: RowSetView) => void;
};

export type RowsSession = {
  open: (list: GivenList) => void;
  /** Reads the same spreadsheet again in another way. */
  choose: (choice: RowChoice) => void;
  /** Changes cells and judges all rows anew. */
  change: (edits: readonly RowEdit[]) => void;
  /** Saves rows that make several tasks; only a person says so. */
  split: () => void;
  /** Reads or saves again what did not work. */
  tryAgain: () => void;
  /** Goes back to the start; what is saved stays saved. */
  forget: () => void;
  page: (filter: RowFilter, from: number, most: number, reveal: boolean) => Promise<RowPage>;
  close: () => void;
};

/** Reads spreadsheets of rows and saves what is usable: by itself where it makes one task, else when a person says so. */
export function openRowsSession({ kind, maxRows, start, save, onState, onStored }: Parts): RowsSession {
  let intake = start();
  let state: RowsState = { at: "start" };
  let turn = 0;
  let sheet: ReadySheet | null = null;
  let saved: Promise<unknown> = Promise.resolve();

  const show = (next: RowsState) => {
    state = next;
    onState(next);
  };
  const showSaving = (saving: Saving<RowSetView>) => {
    if (state.at === "read") show({ ...state, saving });
  };

  /** Does one thing with the worker. What is begun later is what counts; a worker that fails is replaced. */
  const act = async (list: GivenList, work: (isMine: () => boolean) => Promise<void>) => {
    turn += 1;
    const mine = turn;
    try {
      await work(() => mine === turn);
    } catch {
      if (mine !== turn) return;
      intake.close();
      intake = start();
      show({ at: "broken", list });
    }
  };

  const store = async (list: GivenList, bytes: Uint8Array<ArrayBuffer>, isMine: () => boolean) => {
    showSaving({ is: "busy" });
    // One upload after the other, so that the last one is the one that stays.
    await saved;
    if (!isMine()) return;
    const upload = save(list.name, bytes);
    saved = upload.catch(() => undefined);
    const outcome = await upload;
    if (!isMine()) return;
    showSaving(outcome.ok ? { is: "done", set: outcome.set } : { is: "failed", problem: outcome.problem });
    if (outcome.ok) onStored(outcome.set);
  };

  const judged = async (list: GivenList, verdict: RowsVerdict | Refusal, isMine: () => boolean) => {
    if (!isMine()) return;
    if (verdict.kind === "refusal") return show({ at: "refused", list, refusal: verdict });
    sheet = null;
    const revision = state.at === "read" ? state.revision + 1 : 0;
    show({ at: "read", list, verdict, revision, parts: null, saving: { is: "none" } });
    if (verdict.ready === 0) return;
    const ready = await intake.sheet(maxRows);
    if (!isMine() || state.at !== "read") return;
    sheet = ready;
    show({ ...state, parts: ready.parts });
    if (ready.parts.length === 1) await store(list, ready.bytes, isMine);
  };

  const read = (list: GivenList, choice: RowChoice) =>
    act(list, async (isMine) => {
      if (state.at !== "read" || state.list !== list) show({ at: "reading", list, bytes: 0 });
      const onBytes = (bytes: number) => {
        if (isMine() && state.at === "reading") show({ at: "reading", list, bytes });
      };
      await judged(list, await intake.read(list.blob, kind, choice, onBytes), isMine);
    });

  const saveNow = () => {
    if (state.at !== "read" || sheet === null || sheet.parts.length > MAX_PARTS) return;
    const { list } = state;
    const { bytes } = sheet;
    void act(list, (isMine) => store(list, bytes, isMine));
  };

  return {
    open: (list) => void read(list, {}),
    choose: (choice) => {
      if (state.at === "read") void read(state.list, choice);
    },
    change: (edits) => {
      if (state.at !== "read") return;
      const { list } = state;
      void act(list, async (isMine) => judged(list, await intake.change(edits), isMine));
    },
    split: saveNow,
    tryAgain: () => {
      if (state.at === "broken") void read(state.list, {});
      else saveNow();
    },
    forget: () => {
      turn += 1;
      show({ at: "start" });
    },
    page: (filter, from, most, reveal) => intake.page(filter, from, most, reveal),
    close: () => intake.close(),
  };
}
