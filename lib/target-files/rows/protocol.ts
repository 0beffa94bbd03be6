import type { RowKind } from "@/lib/tasks/targets";
import type { ColumnName } from "../columns";
import type { Refusal } from "../verdict";
import type { RowChoice, RowFilter, RowPage, RowsVerdict } from "./verdict";

/** One cell that a person changed; `index` counts rows from 0. */
export type RowEdit = { index: number; column: ColumnName; text: string };

/** What the page asks of the worker. `id` names the ask; it is answered once, a `read` by `bytes` before that. */
export type RowAsk = { id: number } & (
  | { ask: "read"; blob: Blob; kind: RowKind; choice: RowChoice }
  | { ask: "change"; edits: readonly RowEdit[] }
  | { ask: "page"; filter: RowFilter; from: number; most: number; reveal: boolean }
  | { ask: "sheet"; maxRows: number }
);

/** The ready rows as they are sent, and the sizes of the tasks that they make. */
export type ReadySheet = { bytes: Uint8Array<ArrayBuffer>; parts: readonly number[] };

/** What the worker answers; `broken` is a bug, or a reading that is no longer there. */
export type RowAnswer = { id: number } & (
  | { answer: "bytes"; bytes: number }
  | { answer: "verdict"; verdict: RowsVerdict | Refusal }
  | { answer: "page"; page: RowPage }
  | { answer: "sheet"; sheet: ReadySheet }
  | { answer: "broken"; message: string }
);
