import type { RowKind } from "@/lib/tasks/targets";
import type { Refusal } from "../verdict";
import type { ReadySheet, RowAnswer, RowAsk, RowEdit } from "./protocol";
import type { RowChoice, RowFilter, RowPage, RowsVerdict } from "./verdict";

/** The part of a `Worker` that is used, so that tests can stand in for it. */
export type RowsWorker = {
  postMessage: (ask: RowAsk) => void;
  terminate: () => void;
  onmessage: ((event: { data: RowAnswer }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
};

/** Reads spreadsheets in the worker and keeps the rows there. Only those read last are there. */
export type RowsIntake = {
  read: (
    blob: Blob,
    kind: RowKind,
    choice: RowChoice,
    onBytes: (bytes: number) => void,
  ) => Promise<RowsVerdict | Refusal>;
  change: (edits: readonly RowEdit[]) => Promise<RowsVerdict | Refusal>;
  page: (filter: RowFilter, from: number, most: number, reveal: boolean) => Promise<RowPage>;
  sheet: (maxRows: number) => Promise<ReadySheet>;
  close: () => void;
};

type Waiting = { take: (answer: RowAnswer) => boolean; drop: (error: Error) => void };
type Question = RowAsk extends infer A ? (A extends RowAsk ? Omit<A, "id"> : never) : never;

/** Speaks with one worker. What the worker can not answer rejects with an `Error`. */
export function openRowsIntake(worker: RowsWorker): RowsIntake {
  const waiting = new Map<number, Waiting>();
  let id = 0;
  // A worker that could not be loaded says so once, maybe before anything was asked of it.
  let dead: Error | null = null;

  worker.onmessage = ({ data }) => {
    const entry = waiting.get(data.id);
    if (data.answer === "broken") entry?.drop(new Error(data.message));
    else if (entry?.take(data) !== true) return;
    waiting.delete(data.id);
  };
  worker.onerror = ({ message }) => {
    dead = new Error(message);
    for (const entry of waiting.values()) entry.drop(dead);
    waiting.clear();
  };

  const ask = <T>(question: Question, take: (answer: RowAnswer) => T | undefined): Promise<T> =>
    new Promise((resolve, drop) => {
      if (dead !== null) return drop(dead);
      id += 1;
      waiting.set(id, {
        drop,
        take: (answer) => {
          const value = take(answer);
          if (value !== undefined) resolve(value);
          return value !== undefined;
        },
      });
      worker.postMessage({ ...question, id });
    });
  const verdictOf = (answer: RowAnswer) => (answer.answer === "verdict" ? answer.verdict : undefined);

  return {
    read: (blob, kind, choice, onBytes) =>
      ask({ ask: "read", blob, kind, choice }, (answer) => {
        if (answer.answer === "bytes") onBytes(answer.bytes);
        return verdictOf(answer);
      }),
    change: (edits) => ask({ ask: "change", edits }, verdictOf),
    page: (filter, from, most, reveal) =>
      ask({ ask: "page", filter, from, most, reveal }, (answer) =>
        answer.answer === "page" ? answer.page : undefined,
      ),
    sheet: (maxRows) =>
      ask({ ask: "sheet", maxRows }, (answer) => (answer.answer === "sheet" ? answer.sheet : undefined)),
    close: () => worker.terminate(),
  };
}

/** Starts the worker; do it when the form appears, since that takes longer than reading a short spreadsheet. */
export function startRowsIntake(): RowsIntake {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const seam: RowsWorker = {
    postMessage: (ask) => worker.postMessage(ask),
    terminate: () => worker.terminate(),
    onmessage: null,
    onerror: null,
  };
  worker.onmessage = (event: MessageEvent<RowAnswer>) => seam.onmessage?.(event);
  worker.onerror = (event) => seam.onerror?.(event);
  return openRowsIntake(seam);
}
