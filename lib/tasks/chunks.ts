import type { ActionState } from "./action";

/**
 * One call of an action. `sending` is written before the call, so that a restart knows it may have arrived;
 * `answered` holds per-device outcomes, `refused` one reason for the whole call, `unknown` was sent and never answered,
 * `dropped` was never sent because a later stop overtook it.
 */
export const CHUNK_STATES = ["pending", "sending", "answered", "refused", "unknown", "dropped"] as const;
export type ChunkState = (typeof CHUNK_STATES)[number];

/** What is left of an action's state once every chunk is told; null while one is still to be sent or looked at. */
export function finishedState(
  chunks: readonly { state: ChunkState; allDone: boolean }[],
): Extract<ActionState, "done" | "partial" | "failed" | "uncertain"> | null {
  if (chunks.some(({ state }) => state === "pending" || state === "sending")) return null;
  if (chunks.some(({ state }) => state === "unknown")) return "uncertain";
  if (chunks.every(({ state, allDone }) => state === "answered" && allDone)) return "done";
  return chunks.some(({ state }) => state === "answered") ? "partial" : "failed";
}
