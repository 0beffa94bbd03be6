import { takeLease } from "@/lib/db/leases";
import { eraseFinishedRows, forgetFile, idleFiles } from "@/lib/db/task-files";
import type { Job, WorkerDeps } from "../deps";
import { removeFile } from "../task-file";

const EVERY_MS = 30_000;
const LEASE_MS = 60_000;
const FILES_A_TURN = 20;

/** Removes files from the platform and sealed rows from the database once nobody needs them. */
export function tidyJob(deps: WorkerDeps): Job {
  return async () => {
    const { database, holder, now, logger } = deps;
    if (!(await takeLease(database, { name: "tidy", holder, now: now(), ms: LEASE_MS }))) return EVERY_MS;
    const erased = await eraseFinishedRows(database);
    if (erased > 0) logger.info({ parts: erased }, "rows that nobody needs any more were erased");
    for (const { id, file } of await idleFiles(database, FILES_A_TURN)) {
      const removed = await removeFile(deps, file);
      if (!removed.ok) {
        logger.warn({ submission: id, file: file.name, failure: removed.failure }, "a file could not be removed");
        return EVERY_MS;
      }
      await forgetFile(database, id, file);
    }
    return EVERY_MS;
  };
}
