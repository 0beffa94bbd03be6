"use client";
import { startTransition, useEffect, useMemo, useRef, useState } from "react";
import { startIntake } from "@/lib/target-files/intake";
import type { TargetSetView } from "@/lib/tasks/draft";
import { type IntakeSession, type IntakeState, openIntakeSession } from "./intake-session";
import { storeTargets } from "./store-targets";

/** Longer than any honest upload of a few MB; then the person may try again. */
const UPLOAD_TIMEOUT_MS = 60_000;

type Actions = Omit<IntakeSession, "close">;

/** The intake of one draft. The worker starts at once, so that it is ready when a list comes. */
export function useIntake(
  draftId: string,
  onStored: (set: TargetSetView) => void,
): { state: IntakeState; intake: Actions } {
  const [state, setState] = useState<IntakeState>({ at: "start" });
  const session = useRef<IntakeSession | null>(null);
  const stored = useRef(onStored);

  useEffect(() => {
    stored.current = onStored;
  }, [onStored]);

  useEffect(() => {
    const opened = openIntakeSession({
      start: startIntake,
      save: (source, ids) => storeTargets(fetch, { draftId, source, ids }, AbortSignal.timeout(UPLOAD_TIMEOUT_MS)),
      // In small steps between frames: the first rendering of a verdict would else be the longest block of all.
      onState: (next) => startTransition(() => setState(next)),
      onStored: (set) => stored.current(set),
    });
    session.current = opened;
    return () => {
      session.current = null;
      opened.close();
    };
  }, [draftId]);

  const intake = useMemo<Actions>(
    () => ({
      open: (list) => session.current?.open(list),
      choose: (choice) => session.current?.choose(choice),
      tryAgain: () => session.current?.tryAgain(),
      split: () => session.current?.split(),
      forget: () => session.current?.forget(),
      rejections: async (from) => (await session.current?.rejections(from)) ?? [],
    }),
    [],
  );
  return { state, intake };
}
