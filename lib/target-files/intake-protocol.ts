import type { Choice, Rejection, Verdict } from "./verdict";

/** What the page asks of the worker. `id` is the reading that is meant; a newer `read` ends the one before. */
export type Ask =
  | { ask: "read"; id: number; blob: Blob; choice: Choice }
  | { ask: "ids"; id: number }
  | { ask: "rejections"; id: number; from: number };

/**
 * What the worker answers. IDs travel as bytes, joined by newlines, handed over without a copy; rejected rows in pages
 * of `REJECTIONS_PAGE`. `broken` is a bug or a reading that is no longer there.
 */
export type Answer =
  | { answer: "progress"; id: number; bytes: number }
  | { answer: "verdict"; id: number; verdict: Verdict }
  | { answer: "ids"; id: number; ids: Uint8Array<ArrayBuffer> }
  | { answer: "rejections"; id: number; rejections: readonly Rejection[] }
  | { answer: "broken"; id: number; message: string };

/** Rows in one page: few enough that copying and wording them never blocks the page. */
export const REJECTIONS_PAGE = 250;
