"use client";
import { startTransition, useEffect, useMemo, useRef, useState } from "react";
import { startRowsIntake } from "@/lib/target-files/rows/intake";
import type { RowSetView } from "@/lib/tasks/draft";
import type { RowKind } from "@/lib/tasks/targets";
import { openRowsSession, type RowsSession, type RowsState } from "./rows-session";
import { storeRows } from "./store-rows";

/** Longer than any honest upload of tens of MB; then the person may try again. */
const UPLOAD_TIMEOUT_MS = 180_000;

export type RowActions = Omit<RowsSession, "close">;
type Options = { kind: RowKind; draftId: string; maxRows: number; onStored: (set: RowSetView) => void };

/** The intake of one draft's rows. The worker starts at once, so that it is ready when a spreadsheet comes. */
export function useRows({ kind, draftId, maxRows, onStored }: Options): { state: RowsState; rows: RowActions } {
  const [state, setState] = useState<RowsState>({ at: "start" });
  const session = useRef<RowsSession | null>(null);
  const stored = useRef(onStored);

  useEffect(() => {
    stored.current = onStored;
  }, [onStored]);

  useEffect(() => {
    const opened = openRowsSession({
      kind,
      maxRows,
      start: startRowsIntake,
      save: (source, sheet) => storeRows(fetch, { draftId, source, sheet }, AbortSignal.timeout(UPLOAD_TIMEOUT_MS)),
      // In small steps between frames: the first rendering of a verdict would else be the longest block of all.
      onState: (next) => startTransition(() => setState(next)),
      onStored: (set) => stored.current(set),
    });
    session.current = opened;
    return () => {
      session.current = null;
      opened.close();
    };
  }, [kind, draftId, maxRows]);

  const rows = useMemo<RowActions>(
    () => ({
      open: (list) => session.current?.open(list),
      choose: (choice) => session.current?.choose(choice),
      change: (edits) => session.current?.change(edits),
      split: () => session.current?.split(),
      tryAgain: () => session.current?.tryAgain(),
      forget: () => session.current?.forget(),
      page: async (filter, from, most, reveal) =>
        (await session.current?.page(filter, from, most, reveal)) ?? { rows: [], total: 0 },
    }),
    [],
  );
  return { state, rows };
}
