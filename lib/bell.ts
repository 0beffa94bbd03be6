import { once } from "@/lib/once";

/** The worker's jobs by name. */
export const JOBS = ["send", "settle", "act", "monitor", "discover", "tidy"] as const;
export type JobName = (typeof JOBS)[number];

/** Wakes a job at once instead of at its next turn. Rings of a worker in another process are heard at its next turn. */
export type Bell = { ring(job: JobName): void; onRing(listen: (job: JobName) => void): () => void };

export function createBell(): Bell {
  const listeners = new Set<(job: JobName) => void>();
  return {
    ring: (job) => {
      for (const listen of listeners) listen(job);
    },
    onRing: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
}

export const bell = once("bell", createBell);
