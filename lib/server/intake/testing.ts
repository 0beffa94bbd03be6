import { randomUUID } from "node:crypto";
import { createBell } from "@/lib/bell";
import type { Database } from "@/lib/db/database";
import { createSealing } from "@/lib/db/sealing";
import { FailureError } from "@/lib/failure";
import { Secret } from "@/lib/secret";
import { CREATABLE_TYPES } from "@/lib/task-types/registry";
import type { ServerDeps } from "./deps";

/** What the verbs stand on in tests; `now` in epoch milliseconds. */
export const testDeps = (database: Database, now: () => number): ServerDeps => ({
  database,
  bell: createBell(),
  now,
  newId: randomUUID,
  sealing: createSealing(() => new Secret("5a".repeat(32))),
  template: () => Promise.resolve(null),
  chineseTaskNames: false,
  offered: CREATABLE_TYPES,
  taskFileRows: 30_000,
});

/** The failure that a promise was rejected with. */
export const failureOf = (run: Promise<unknown>) =>
  run.then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure : Promise.reject(error)),
  );
