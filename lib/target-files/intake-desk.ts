import { type Answer, type Ask, REJECTIONS_PAGE } from "./intake-protocol";
import type { Reading } from "./list-tally";
import { readDeviceList } from "./read-device-list";
import { blobSource } from "./source";

type Post = (answer: Answer, transfer: Transferable[]) => void;

/** The worker's whole work, without the worker: takes one ask at a time and posts its answers. */
export function intakeDesk(post: Post): (ask: Ask) => Promise<void> {
  let running = new AbortController();
  let last: { id: number; reading: Reading } | null = null;

  const read = async ({ id, blob, choice }: Extract<Ask, { ask: "read" }>) => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    last = null;
    const onBytes = (bytes: number) => post({ answer: "progress", id, bytes }, []);
    try {
      const reading = await readDeviceList(blobSource(blob), choice, { onBytes, signal });
      if (signal.aborted) return;
      if (reading.kind === "reading") last = { id, reading };
      post({ answer: "verdict", id, verdict: reading.kind === "reading" ? reading.verdict : reading }, []);
    } catch (error) {
      if (!signal.aborted) post({ answer: "broken", id, message: String(error) }, []);
    }
  };

  const hand = (ask: Exclude<Ask, { ask: "read" }>) => {
    if (last?.id !== ask.id) return post({ answer: "broken", id: ask.id, message: "This list is no longer here." }, []);
    if (ask.ask === "rejections") {
      const rejections = last.reading.rejections.slice(ask.from, ask.from + REJECTIONS_PAGE);
      return post({ answer: "rejections", id: ask.id, rejections }, []);
    }
    const ids = last.reading.ids();
    post({ answer: "ids", id: ask.id, ids }, [ids.buffer]);
  };

  return async (ask) => (ask.ask === "read" ? read(ask) : hand(ask));
}
