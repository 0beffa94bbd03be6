"use client";
import { createContext, useContext, useSyncExternalStore } from "react";

/** The server's clock when it rendered the page, milliseconds; what the first paint shows on both sides. */
export const RenderedAt = createContext(0);

/** Below this the two clocks count as equal: the page itself took some time to arrive. */
const SKEW_TOLERANCE_MS = 5_000;
const TICK_MS = 1_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let skewMs = 0;
let nowMs: number | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  nowMs = Date.now() + skewMs;
  timer ??= setInterval(() => {
    nowMs = Date.now() + skewMs;
    for (const notify of listeners) notify();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Ages are told by the server's clock, because every `readAt` is; called once, when the page arrives. */
export function setServerClock(serverMs: number, browserMs: number): void {
  const difference = serverMs - browserMs;
  skewMs = Math.abs(difference) < SKEW_TOLERANCE_MS ? 0 : difference;
}

/** The present by the server's clock, in milliseconds; goes on every second without a hydration mismatch. */
export function useNow(): number {
  const rendered = useContext(RenderedAt);
  return useSyncExternalStore(
    subscribe,
    () => nowMs ?? rendered,
    () => rendered,
  );
}
