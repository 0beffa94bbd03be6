"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { CreatableType } from "@/lib/task-types/registry";
import type { ReuseActions } from "./actions";

type Reusing = { actions: ReuseActions; offered: readonly CreatableType[] };

const ReuseContext = createContext<Reusing | null>(null);

/** What the person may make of the tasks inside; `actions` null is nothing. */
export function ReuseProvider(props: {
  actions: ReuseActions | null;
  offered: readonly CreatableType[];
  children: ReactNode;
}) {
  const { actions, offered, children } = props;
  return <ReuseContext value={actions === null ? null : { actions, offered }}>{children}</ReuseContext>;
}

/** Null for a person who may not create tasks: then nothing of it is shown. */
export const useReusing = (): Reusing | null => useContext(ReuseContext);
