import { randomUUID } from "node:crypto";
import { dropActionLeases } from "@/lib/db/actions";
import { dropAllLeases } from "@/lib/db/leases";
import { dropSubmissionLeases } from "@/lib/db/submissions";
import type { WorkerDeps } from "./deps";
import { startWorker, type Worker } from "./loop";

/** Jobs in the console's own process are rung awake. */
const LONGEST_WAIT_MS = 30_000;

/**
 * Starts the worker inside the console. With the embedded database nobody else can be alive, so that claims of a
 * process that was killed need not lapse first.
 */
export async function startInside(
  deps: Omit<WorkerDeps, "random" | "holder"> & { embedded: boolean },
): Promise<Worker> {
  if (deps.embedded) {
    await dropSubmissionLeases(deps.database);
    await dropActionLeases(deps.database);
    await dropAllLeases(deps.database);
  }
  const holder = `${process.pid}-${randomUUID()}`;
  return startWorker({ ...deps, random: Math.random, holder }, { longestWaitMs: LONGEST_WAIT_MS });
}
