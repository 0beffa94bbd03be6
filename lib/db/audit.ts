import { createHash } from "node:crypto";
import { asc, desc, sql } from "drizzle-orm";
import type { Json } from "@/lib/json";
import type { Database, Transaction } from "./database";
import { audit } from "./schema/audit";

/** Any number that nothing else on the server uses as an advisory lock. */
const LOCK = 7_402_511_905;
const START = "0".repeat(64);

/** `actor` is an operator's e-mail or a worker's job, `subject` what it is about, such as `task:<id>`. */
export type AuditEntry = { at: string; actor: string; event: string; subject: string; detail: Json };

/** The same text for the same value, whatever order the database gives an object's keys back in. */
function canonical(value: Json | undefined): string {
  if (value === undefined) return "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(",")}}`;
}

const hashOf = (seq: number, entry: AuditEntry, previous: string): string =>
  createHash("sha256")
    .update(canonical([seq, entry.at, entry.actor, entry.event, entry.subject, entry.detail, previous]))
    .digest("hex");

/** Adds rows to the chain, in the transaction of what they tell. Writers take turns until they commit. */
export async function appendAudit(tx: Transaction, ...entries: readonly AuditEntry[]): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  const [last] = await tx.select({ seq: audit.seq, hash: audit.hash }).from(audit).orderBy(desc(audit.seq)).limit(1);
  let seq = last?.seq ?? 0;
  let previous = last?.hash ?? START;
  for (const entry of entries) {
    seq += 1;
    const hash = hashOf(seq, entry, previous);
    await tx.insert(audit).values({ ...entry, seq, previous, hash });
    previous = hash;
  }
}

/** Walks the chain; answers the first row that does not fit, or null when all do. */
export async function brokenAudit(database: Database): Promise<number | null> {
  let previous = START;
  let expected = 1;
  for (const row of await database.select().from(audit).orderBy(asc(audit.seq))) {
    const fits = row.seq === expected && row.previous === previous && row.hash === hashOf(row.seq, row, previous);
    if (!fits) return row.seq;
    previous = row.hash;
    expected += 1;
  }
  return null;
}
