import { type Failure, fail, type Result } from "@/lib/failure";
import { createSpacing } from "@/lib/iotda/spacing";
import type { Trouble } from "@/lib/tasks/preflight";
import { CALL_EVERY_MS, SEARCH_EVERY_MS } from "./plan";

type Clock = { now: () => number; sleep: (ms: number) => Promise<void> };

/** The rate that all looks share. */
export type Pace = ReturnType<typeof createPace>;

export const createPace = (clock: Clock) => ({
  call: createSpacing(CALL_EVERY_MS, Number.POSITIVE_INFINITY, clock),
  search: createSpacing(SEARCH_EVERY_MS, Number.POSITIVE_INFINITY, clock),
  sleep: clock.sleep,
});

/** After so many failures in a row the platform is left alone. */
const MAX_FAILURES = 3;
const MAX_WAITS = 3;
const LONGEST_WAIT_MS = 10_000;

/** What stands where a call was not made, or failed: the failure itself is in the caller's troubles. */
type Asked<T> = { ok: true; value: T } | { ok: false; missing: boolean; without: boolean };
const NOT_MADE = { ok: false, missing: false, without: false } as const;

/** Makes the calls of one look: within its budget, at the shared rate, and none once it was stopped. */
export type Caller = ReturnType<typeof createCaller>;

export function createCaller(pace: Pace, maxCalls: number) {
  const troubles: Trouble[] = [];
  let made = 0;
  let failures = 0;
  let stopped = false;

  const left = (): number => (stopped || failures >= MAX_FAILURES ? 0 : maxCalls - made);

  async function paced<T>(run: () => Promise<Result<T>>, searches: boolean): Promise<Result<T> | null> {
    const spaced = searches ? pace.search : pace.call;
    let spent = false;
    const result = await spaced(async () => {
      // While it waited for its turn the look may have been stopped.
      spent = left() <= 0;
      if (spent) return fail({ kind: "missing", what: "turn" });
      made += 1;
      return run();
    });
    return spent ? null : result;
  }

  async function patient<T>(run: () => Promise<Result<T>>, searches: boolean): Promise<Result<T> | null> {
    let result = await paced(run, searches);
    for (let waits = 0; waits < MAX_WAITS; waits += 1) {
      if (result === null || result.ok || result.failure.kind !== "throttled") break;
      await pace.sleep(Math.min(result.failure.retryAfterMs, LONGEST_WAIT_MS));
      result = await paced(run, searches);
    }
    return result;
  }

  function note(operation: string, failure: Failure): void {
    failures += 1;
    const told = troubles.some((one) => one.operation === operation && one.failure.kind === failure.kind);
    if (!told) troubles.push({ operation, failure });
  }

  return {
    troubles: troubles as readonly Trouble[],
    trouble: note,
    left,
    made: () => made,
    stop: () => {
      stopped = true;
    },
    /** `missing`: what was asked for does not exist. `without`: this platform has no search. Neither is a trouble. */
    async ask<T>(operation: string, run: () => Promise<Result<T>>): Promise<Asked<T>> {
      if (left() <= 0) return NOT_MADE;
      const searches = operation === "SearchDevices";
      const result = await patient(run, searches);
      if (result === null) return NOT_MADE;
      if (result.ok) {
        failures = 0;
        return result;
      }
      const { failure } = result;
      if (failure.kind === "missing" && !searches) return { ok: false, missing: true, without: false };
      if (searches && isWithoutSearch(failure)) return { ok: false, missing: false, without: true };
      note(operation, failure);
      return NOT_MADE;
    },
  };
}

/** Basic editions have no search, and some accounts may not use it. IoTDA reference: SearchDevices. */
const isWithoutSearch = (failure: Failure): boolean =>
  failure.kind === "refused" ||
  failure.kind === "missing" ||
  (failure.kind === "credentials" && failure.cause === "permission");
