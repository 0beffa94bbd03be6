import type { JobName } from "@/lib/bell";
import { dropLeases } from "@/lib/db/leases";
import type { Job, WorkerDeps } from "./deps";
import { actJob } from "./jobs/act";
import { discoverJob } from "./jobs/discover";
import { monitorJob } from "./jobs/monitor";
import { sendJob } from "./jobs/send";
import { settleJob } from "./jobs/settle";
import { tidyJob } from "./jobs/tidy";

/** A job that threw is tried again this much later: a bug, or a database that is away. */
const AFTER_BUG_MS = 5_000;

export type Worker = { stop(): Promise<void> };

/** How long jobs wait at most when nobody rings: `longestWaitMs` is short where the ringing is in another process. */
type Options = { longestWaitMs: number };

const jobsOf = (deps: WorkerDeps): readonly (readonly [JobName, Job])[] => [
  ["send", sendJob(deps)],
  ["settle", settleJob(deps)],
  ["act", actJob(deps)],
  ["monitor", monitorJob(deps)],
  ["discover", discoverJob(deps)],
  ["tidy", tidyJob(deps)],
];

/** Runs every job on a track of its own until stopped; `stop` waits for the turns that are under way. */
export function startWorker(deps: WorkerDeps, { longestWaitMs }: Options): Worker {
  const stopping = new AbortController();
  const tracks = jobsOf(deps).map(([name, job]) => track(name, job));

  async function track(name: JobName, job: Job): Promise<void> {
    // Discovery costs calls to the platform, so only its own pace wakes it.
    const longest = name === "discover" ? Number.POSITIVE_INFINITY : longestWaitMs;
    while (!stopping.signal.aborted) {
      const rung = listen(deps, name);
      const waitMs = await job().catch((error: unknown) => {
        deps.logger.error({ job: name, error: error instanceof Error ? error.stack : String(error) }, "a job failed");
        return AFTER_BUG_MS;
      });
      await rung.or(Math.min(waitMs, longest), stopping.signal);
    }
  }

  return {
    async stop() {
      stopping.abort();
      await Promise.all(tracks);
      await dropLeases(deps.database, deps.holder);
    },
  };
}

/** Hears rings from now on, so that one that comes while the job runs is not lost. */
function listen({ bell }: WorkerDeps, name: JobName) {
  let wake: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const leave = bell.onRing((job) => {
    if (job === name) wake();
  });
  return {
    async or(ms: number, stop: AbortSignal): Promise<void> {
      stop.addEventListener("abort", wake, { once: true });
      if (stop.aborted) wake();
      const timer = Number.isFinite(ms) ? setTimeout(wake, ms) : undefined;
      await heard;
      clearTimeout(timer);
      leave();
      stop.removeEventListener("abort", wake);
    },
  };
}
