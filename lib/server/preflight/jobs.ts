import { FailureError } from "@/lib/failure";
import type { Caller } from "./caller";
import type { Slate } from "./ports";
import type { Subject } from "./subject";

/** One look at a draft's devices, under way or over. `at` is when it ended, or began (epoch ms). */
export type Job = {
  draftId: string;
  key: string;
  subject: Subject;
  slate: Slate;
  caller: Caller;
  state: "running" | "done" | "skipped";
  at: number;
};

/** How long what was found counts as true. A skipped look stays skipped until somebody asks for it again. */
const TTL_MS = 5 * 60_000;
/** Looks that are kept, each of up to 30,000 devices; the oldest go first. */
const MANY = 12;

export type Jobs = ReturnType<typeof createJobs>;

/** Looks go on while nobody watches, and are found again by whoever comes back. `now` is in epoch ms. */
export function createJobs(now: () => number, onBug: (error: unknown) => void) {
  const jobs = new Map<string, Job>();
  const isFresh = ({ state, at }: Job) => state === "running" || now() - at < TTL_MS;

  const idOf = ({ draftId, key }: Pick<Job, "draftId" | "key">): string => `${draftId} ${key}`;

  function put(job: Job): void {
    drop(jobs.get(idOf(job)));
    // Nobody waits for what was chosen before.
    for (const old of jobs.values()) if (old.draftId === job.draftId) end(old);
    if (jobs.size >= MANY) drop(byAge().find(({ state }) => state !== "running") ?? byAge()[0]);
    jobs.set(idOf(job), job);
  }

  const byAge = () => [...jobs.values()].toSorted((a, b) => a.at - b.at);

  function drop(job: Job | undefined): void {
    if (job === undefined) return;
    end(job);
    jobs.delete(idOf(job));
  }

  function end(job: Job): void {
    if (job.state !== "running") return;
    job.caller.stop();
    job.state = "skipped";
    job.at = now();
  }

  return {
    /** What is held of exactly this choice; null when it was never looked at, or long ago. */
    find(draftId: string, key: string): Job | null {
      const job = jobs.get(idOf({ draftId, key }));
      return job !== undefined && isFresh(job) ? job : null;
    },
    put,
    /** Begins a look in place of the one before; what it throws as a failure ends it, with the rest unknown. */
    start(of: Pick<Job, "draftId" | "key" | "subject" | "slate" | "caller">, run: () => Promise<void>): Job {
      const job: Job = { ...of, state: "running", at: now() };
      put(job);
      void run()
        .catch((error: unknown) => {
          if (error instanceof FailureError) job.caller.trouble("console", error.failure);
          else onBug(error);
        })
        .finally(() => {
          if (job.state === "running") job.state = "done";
          job.at = now();
        });
      return job;
    },
    skip: end,
  };
}
