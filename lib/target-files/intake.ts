import type { Answer, Ask } from "./intake-protocol";
import type { Choice, Rejection, Verdict } from "./verdict";

/** The part of a `Worker` that is used, so that tests can stand in for it. */
export type IntakeWorker = {
  postMessage: (ask: Ask) => void;
  terminate: () => void;
  onmessage: ((event: { data: Answer }) => void) | null;
  onerror: ((event: { message: string }) => void) | null;
};

/** Reads lists in the worker. Only one list is there at a time: the last one read. */
export type Intake = {
  /** Null when a later `read` overtook this one. `onBytes` hears how far it is, in bytes. */
  read: (blob: Blob, choice: Choice, onBytes: (bytes: number) => void) => Promise<Verdict | null>;
  /** The ready IDs of the last list, joined by newlines, as they are sent. */
  ids: () => Promise<Uint8Array<ArrayBuffer>>;
  /** Rejected rows of the last list from a position on; empty at the end. */
  rejections: (from: number) => Promise<readonly Rejection[]>;
  close: () => void;
};

type Waiting = { id: number; take: (answer: Answer) => boolean; drop: (error: Error) => void };

/** Speaks with one worker. What the worker can not answer rejects with an `Error`. */
export function openIntake(worker: IntakeWorker): Intake {
  let id = 0;
  let waiting: readonly Waiting[] = [];
  // A worker that could not be loaded says so once, maybe before anything was asked of it.
  let dead: Error | null = null;
  const done = (entry: Waiting) => {
    waiting = waiting.filter((other) => other !== entry);
  };

  worker.onmessage = ({ data }) => {
    for (const entry of waiting) {
      if (entry.id !== data.id) continue;
      if (data.answer === "broken") {
        done(entry);
        entry.drop(new Error(data.message));
      } else if (entry.take(data)) {
        done(entry);
        return;
      }
    }
  };
  worker.onerror = ({ message }) => {
    dead = new Error(message);
    for (const entry of waiting) entry.drop(dead);
    waiting = [];
  };

  const ask = <T>(question: Ask, take: (answer: Answer) => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      if (dead !== null) return reject(dead);
      const entry: Waiting = {
        id: question.id,
        take: (answer) => {
          const value = take(answer);
          if (value !== undefined) resolve(value);
          return value !== undefined;
        },
        drop: reject,
      };
      waiting = [...waiting, entry];
      worker.postMessage(question);
    });

  return {
    read: async (blob, choice, onBytes) => {
      id += 1;
      const mine = id;
      const overtaken = new Error("overtaken");
      for (const entry of waiting) entry.drop(overtaken);
      waiting = [];
      try {
        return await ask({ ask: "read", id: mine, blob, choice }, (answer) => {
          if (answer.answer === "progress") onBytes(answer.bytes);
          return answer.answer === "verdict" ? answer.verdict : undefined;
        });
      } catch (error) {
        if (mine !== id) return null;
        throw error;
      }
    },
    ids: () => ask({ ask: "ids", id }, (answer) => (answer.answer === "ids" ? answer.ids : undefined)),
    rejections: (from) =>
      ask({ ask: "rejections", id, from }, (answer) =>
        answer.answer === "rejections" ? answer.rejections : undefined,
      ),
    close: () => worker.terminate(),
  };
}

/** Starts the worker; do it when the form appears, since that takes longer than reading a list. */
export function startIntake(): Intake {
  const worker = new Worker(new URL("./intake-worker.ts", import.meta.url), { type: "module" });
  const seam: IntakeWorker = {
    postMessage: (ask) => worker.postMessage(ask),
    terminate: () => worker.terminate(),
    onmessage: null,
    onerror: null,
  };
  worker.onmessage = (event: MessageEvent<Answer>) => seam.onmessage?.(event);
  worker.onerror = (event) => seam.onerror?.(event);
  return openIntake(seam);
}
