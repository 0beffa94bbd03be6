import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { eq, lt, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/database";
import { signInAttempts } from "@/lib/db/schema/accounts";

const WINDOW_MS = 15 * 60_000;
const MAX_PER_ACCOUNT = 10;
const MAX_PER_ADDRESS = 50;

export type Attempt = { email: string; address: string | null };
export type Admission = { admitted: true } | { admitted: false; until: Date; firstTime: boolean };

/**
 * Counts an attempt before the password is looked at, so that many at once can not slip through, and says whether it
 * may go on: 10 per account and 50 per address in 15 minutes. Accounts that do not exist are counted alike. An address
 * over its limit does not touch the account's count, so it can not lock more people out.
 */
export async function admitAttempt(db: Database, attempt: Attempt, now: Date): Promise<Admission> {
  await db.delete(signInAttempts).where(lt(signInAttempts.resetsAt, now));
  const address = await count(db, addressKey(attempt.address), now);
  if (address.count > MAX_PER_ADDRESS) return refused(address, MAX_PER_ADDRESS);
  const account = await count(db, accountKey(attempt.email), now);
  if (account.count > MAX_PER_ACCOUNT) return refused(account, MAX_PER_ACCOUNT);
  return { admitted: true };
}

/** For the sentence that names the wait: whole minutes, never too few. */
export const minutesUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000));

/** After the right password: the account starts afresh, and the address gets this one attempt back. */
export async function forgetAttempts(db: Database, attempt: Attempt): Promise<void> {
  await db.delete(signInAttempts).where(eq(signInAttempts.key, accountKey(attempt.email)));
  await db
    .update(signInAttempts)
    .set({ count: sql`greatest(${signInAttempts.count} - 1, 0)` })
    .where(eq(signInAttempts.key, addressKey(attempt.address)));
}

type Counted = { count: number; resetsAt: Date };

async function count(db: Database, key: string, now: Date): Promise<Counted> {
  const resetsAt = new Date(now.getTime() + WINDOW_MS);
  const over = sql`${signInAttempts.resetsAt} <= ${now.toISOString()}::timestamptz`;
  const [row] = await db
    .insert(signInAttempts)
    .values({ key, count: 1, resetsAt })
    .onConflictDoUpdate({
      target: signInAttempts.key,
      set: {
        count: sql`case when ${over} then 1 else ${signInAttempts.count} + 1 end`,
        resetsAt: sql`case when ${over} then excluded.resets_at else ${signInAttempts.resetsAt} end`,
      },
    })
    .returning({ count: signInAttempts.count, resetsAt: signInAttempts.resetsAt });
  if (row === undefined) throw new Error("PostgreSQL returned no row for an upsert");
  return row;
}

const refused = (counted: Counted, limit: number): Admission => ({
  admitted: false,
  until: counted.resetsAt,
  firstTime: counted.count === limit + 1,
});

/** Hashed, so that a password typed into the wrong field is not kept, and of one length. */
const accountKey = (email: string): string =>
  `account:${createHash("sha256").update(email.trim().toLowerCase()).digest("base64url")}`;

/** One customer commonly holds a whole IPv6 /64, so that counts as one address. */
function addressKey(address: string | null): string {
  if (address === null || !isIPv6(address)) return `address:${address ?? "unknown"}`;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: gap }, () => "0"), ...right];
  return `address:${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
