"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { ReuseFacts } from "@/lib/tasks/reusing";
import type { ReuseActions } from "./actions";

type Reusing = { actions: ReuseActions; facts: ReuseFacts };

const ReuseContext = createContext<Reusing | null>(null);

/** What the person may make of the task inside; `actions` null is nothing. */
export function ReuseProvider(props: { actions: ReuseActions | null; facts: ReuseFacts; children: ReactNode }) {
  const { actions, facts, children } = props;
  return <ReuseContext value={actions === null ? null : { actions, facts }}>{children}</ReuseContext>;
}

/** Null for a person who may not create tasks: then nothing of it is shown. */
export const useReusing = (): Reusing | null => useContext(ReuseContext);

/** Whether chosen devices of the task can go on with another one: what a registration names are no devices yet. */
export function useFollowUps(): boolean {
  const reusing = useReusing();
  return reusing !== null && !reusing.facts.registers && reusing.facts.followUps.length > 0;
}
