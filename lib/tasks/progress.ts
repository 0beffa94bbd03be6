/** The platform's eight counters; `null` where it did not send one: unknown is never shown as 0. */
export type Progress = {
  total: number | null;
  waiting: number | null;
  processing: number | null;
  succeeded: number | null;
  failed: number | null;
  awaitingRetry: number | null;
  stopped: number | null;
  removed: number | null;
};

export const PROGRESS_PARTS = [
  "succeeded",
  "processing",
  "awaitingRetry",
  "failed",
  "stopped",
  "removed",
  "waiting",
] as const satisfies readonly (keyof Progress)[];

export type ProgressPart = (typeof PROGRESS_PARTS)[number];

export const NO_PROGRESS: Progress = {
  total: null,
  waiting: null,
  processing: null,
  succeeded: null,
  failed: null,
  awaitingRetry: null,
  stopped: null,
  removed: null,
};

/**
 * How far the known parts are from the total: positive when devices are in no counter, negative when the
 * counters exceed the total, `null` when the total itself is unknown. The screen names it; it is never hidden.
 */
export function gap(progress: Progress): number | null {
  if (progress.total === null) return null;
  return progress.total - PROGRESS_PARTS.reduce((sum, part) => sum + (progress[part] ?? 0), 0);
}

/** Devices whose outcome is decided: succeeded, failed, stopped or removed. */
export const finished = (progress: Progress): number =>
  (progress.succeeded ?? 0) + (progress.failed ?? 0) + (progress.stopped ?? 0) + (progress.removed ?? 0);
