import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { Failure } from "@/lib/failure";
import type { AfterAttempt } from "@/lib/tasks/sending";
import type { SubmissionState } from "@/lib/tasks/submission";
import type { Database, Handle, Transaction } from "./database";
import { submissions } from "./schema/submissions";

export type Submission = typeof submissions.$inferSelect;

const iso = (at: number): string => new Date(at).toISOString();
const dueBy = (now: string) => or(isNull(submissions.nextTryAt), lte(submissions.nextTryAt, now));
const unleased = (now: string) => or(isNull(submissions.leaseUntil), lte(submissions.leaseUntil, now));

export async function findSubmission(handle: Handle, id: string): Promise<Submission | null> {
  const [row] = await handle.select().from(submissions).where(eq(submissions.id, id));
  return row ?? null;
}

/** The row, held against everybody else until the transaction ends. */
export async function lockSubmission(tx: Transaction, id: string): Promise<Submission | null> {
  const [row] = await tx.select().from(submissions).where(eq(submissions.id, id)).for("update");
  return row ?? null;
}

/**
 * Lets one held submission go whose hour has come: it is to be sent from now on, or was missed when its hour is more
 * than `late` ms ago. One at a time and never one that somebody decides about: exactly one side wins. Null when none is due.
 */
export async function releaseHeld(tx: Transaction, now: number, late: number): Promise<Submission | null> {
  const due = tx
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.state, "held"), lte(submissions.holdUntil, iso(now))))
    .orderBy(asc(submissions.holdUntil), asc(submissions.part))
    .limit(1)
    .for("update", { skipLocked: true });
  const state = sql<SubmissionState>`case when ${submissions.holdUntil} < ${iso(now - late)}::timestamptz then 'missed' else 'sending' end`;
  const [row] = await tx
    .update(submissions)
    .set({ state })
    .where(eq(submissions.id, sql`(${due})`))
    .returning();
  return row ?? null;
}

/** A held submission that could not be sent in time: false when the claim is no longer ours or a call has gone out. */
export async function markMissed(tx: Transaction, claim: Submission): Promise<boolean> {
  const rows = await tx
    .update(submissions)
    .set({ state: "missed", leaseUntil: null, nextTryAt: null })
    .where(and(stillOurs(claim), isNull(submissions.attemptedAt)))
    .returning({ id: submissions.id });
  return rows.length > 0;
}

/** That nobody has taken over a claimed submission. */
export const stillOurs = (claim: Submission) =>
  and(
    eq(submissions.id, claim.id),
    eq(submissions.state, "sending"),
    eq(submissions.attempts, claim.attempts),
    claim.leaseUntil === null ? sql`false` : eq(submissions.leaseUntil, claim.leaseUntil),
  );

/** Takes one submission that is to be sent now; nobody else gets it until `leaseMs` have passed. */
export async function claimSending(database: Database, now: number, leaseMs: number): Promise<Submission | null> {
  const due = database
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.state, "sending"), dueBy(iso(now)), unleased(iso(now))))
    .orderBy(asc(submissions.submittedAt), asc(submissions.part))
    .limit(1)
    .for("update", { skipLocked: true });
  const [row] = await database
    .update(submissions)
    .set({ leaseUntil: iso(now + leaseMs) })
    .where(eq(submissions.id, sql`(${due})`))
    .returning();
  return row ?? null;
}

/**
 * Writes down that a call goes out now. Answers the attempt's number, or null when the claim is no longer ours or an
 * attempt has begun already: then nothing may be sent.
 */
export async function beginAttempt(database: Database, claim: Submission, now: number): Promise<number | null> {
  const [row] = await database
    .update(submissions)
    .set({ attemptedAt: iso(now), attempts: claim.attempts + 1, lookFirst: false })
    .where(and(stillOurs(claim), isNull(submissions.attemptedAt)))
    .returning({ attempts: submissions.attempts });
  return row?.attempts ?? null;
}

/**
 * Writes what became of an attempt; false when a later attempt or somebody's finding has overtaken it. A late answer
 * also counts for a row that was called uncertain meanwhile, because it is the truth.
 */
export async function finishAttempt(
  tx: Transaction,
  id: string,
  attempt: number,
  next: AfterAttempt,
  now: number,
): Promise<boolean> {
  const rows = await tx
    .update(submissions)
    .set({
      state: next.state,
      failure: next.state === "sent" ? null : next.failure,
      leaseUntil: null,
      nextTryAt: next.state === "sending" ? iso(next.nextTryAt) : null,
      nextLookAt: next.state === "uncertain" ? iso(next.nextLookAt) : null,
      settledAt: next.state === "sent" || next.state === "refused" ? iso(now) : null,
      ...(next.state === "sending" && { attemptedAt: null }),
      ...(next.state === "uncertain" && { looks: 0, givenUpAt: null }),
    })
    .where(
      and(
        eq(submissions.id, id),
        eq(submissions.attempts, attempt),
        inArray(submissions.state, next.state === "uncertain" ? ["sending"] : ["sending", "uncertain"]),
      ),
    )
    .returning({ id: submissions.id });
  return rows.length > 0;
}

/** Puts a claimed submission back without an attempt, to be taken again at `nextTryAt`; `failure` tells why meanwhile. */
export async function postpone(
  database: Database,
  claim: Submission,
  nextTryAt: number,
  failure: Failure | null = claim.failure,
): Promise<void> {
  await database
    .update(submissions)
    .set({ leaseUntil: null, nextTryAt: iso(nextTryAt), failure })
    .where(and(eq(submissions.id, claim.id), eq(submissions.state, "sending"), isNull(submissions.attemptedAt)));
}

/** When (epoch ms) the sender has something to do next; null when nothing waits. */
export async function nextSendingAt(database: Database): Promise<number | null> {
  const [row] = await database
    .select({
      at: sql<
        string | null
      >`min(case when ${submissions.state} = 'held' then ${submissions.holdUntil} else greatest(${submissions.nextTryAt}, ${submissions.leaseUntil}, ${submissions.submittedAt}) end)`,
    })
    .from(submissions)
    .where(inArray(submissions.state, ["sending", "held"]));
  return row?.at == null ? null : new Date(row.at).getTime();
}

/** Uncertain submissions whose next look is due; takes each for `leaseMs`. */
export async function claimLook(database: Database, now: number, leaseMs: number): Promise<Submission | null> {
  const due = database
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.state, "uncertain"), lte(submissions.nextLookAt, iso(now)), unleased(iso(now))))
    .orderBy(asc(submissions.nextLookAt))
    .limit(1)
    .for("update", { skipLocked: true });
  const [row] = await database
    .update(submissions)
    .set({ leaseUntil: iso(now + leaseMs) })
    .where(eq(submissions.id, sql`(${due})`))
    .returning();
  return row ?? null;
}

/** Writes down a look that did not find it. `counted`: the platform answered in full; `next` null gives up. */
export async function noteLook(
  handle: Handle,
  { id, looks }: Submission,
  { counted, next, now }: { counted: boolean; next: number | null; now: number },
): Promise<void> {
  await handle
    .update(submissions)
    .set({
      leaseUntil: null,
      nextLookAt: next === null ? null : iso(next),
      ...(counted && { looks: looks + 1, lastLookAt: iso(now) }),
      ...(next === null && { givenUpAt: iso(now) }),
    })
    .where(and(eq(submissions.id, id), eq(submissions.state, "uncertain")));
}

/** When (epoch ms) the next look is due; null when none is. */
export async function nextLookDue(database: Database): Promise<number | null> {
  const [row] = await database
    .select({ at: sql<string | null>`min(greatest(${submissions.nextLookAt}, ${submissions.leaseUntil}))` })
    .from(submissions)
    .where(eq(submissions.state, "uncertain"));
  return row?.at == null ? null : new Date(row.at).getTime();
}

/** Gives up the claims of a process that is surely dead: for the embedded database, at start. */
export async function dropSubmissionLeases(database: Database): Promise<void> {
  await database
    .update(submissions)
    .set({ leaseUntil: null })
    .where(inArray(submissions.state, ["sending", "uncertain"]));
}
