import type { Operator } from "@/lib/access/permissions";
import { appendAudit } from "@/lib/db/audit";
import type { Database } from "@/lib/db/database";
import { FailureError } from "@/lib/failure";
import type { ConnectionTest } from "@/lib/fleet/connection";
import { createPollCache } from "../poll-cache";

/** A result stands this long, whoever asks; one call of each kind is little, but a person can press often. */
export const KEPT_MS = 60_000;
/** Two tests begin at least this far apart, whatever the resource space. */
export const APART_MS = 10_000;

type Space = { id: string; name: string } | null;

/** Tests of one process: the same answer for a minute in each resource space, and never many at once. */
export function createTestDesk({ now }: { now: () => number }) {
  const kept = createPollCache<ConnectionTest>({ ttlMs: KEPT_MS, now });
  let lastAt = Number.NEGATIVE_INFINITY;

  return {
    /** What stands now; null when nothing was tested in the last minute. */
    last: (space: Space): Promise<ConnectionTest | null> =>
      kept.peek(keyOf(space))?.catch(() => null) ?? Promise.resolve(null),
    /** Throws `throttled` when another space was tested just now. */
    async run(space: Space, test: () => Promise<ConnectionTest>): Promise<ConnectionTest> {
      return kept.get(keyOf(space), async () => {
        const wait = lastAt + APART_MS - now();
        if (wait > 0) throw new FailureError({ kind: "throttled", retryAfterMs: wait, requestId: null });
        lastAt = now();
        return test();
      });
    },
  };
}

const keyOf = (space: Space): string => space?.id ?? "";

/** Which calls did what, so that a platform's administrator can tell our test from something else. */
export async function auditTest(database: Database, test: ConnectionTest, by: Operator): Promise<void> {
  const names = (of: ConnectionTest["calls"][number]["outcome"]["of"]) =>
    test.calls.flatMap(({ call, outcome }) => (outcome.of === of ? [call] : []));
  const detail = { space: test.space, failed: names("failed"), skipped: names("skipped") };
  const { testedAt: at } = test;
  await database.transaction((tx) =>
    appendAudit(tx, { at, actor: by.email, event: "connection.tested", subject: "connection", detail }),
  );
}
