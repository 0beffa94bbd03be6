import { sql } from "drizzle-orm";
import { appendAudit } from "@/lib/db/audit";
import type { Database } from "@/lib/db/database";
import type { Secret } from "@/lib/secret";
import { addPerson, DEFAULT_ADMIN_EMAIL, hasPeople, randomPassword } from "./people";

/** Any number that nothing else on the server uses as an advisory lock. */
const LOCK = 7_402_511_904;

/** Who was made. `password` is there only when it was made up: it is kept nowhere, so whoever gets it prints it once. */
export type FirstAdmin = { email: string; password: string | null };

/** Makes the first administrator when there are no users at all; null otherwise. Consoles that start together make one. */
export async function ensureFirstAdmin(
  database: Database,
  given: { email: string; password: Secret | null } | null,
  now: Date,
): Promise<FirstAdmin | null> {
  const email = given?.email ?? DEFAULT_ADMIN_EMAIL;
  return database.transaction(async (rows) => {
    await rows.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
    if (await hasPeople(rows)) return null;
    const chosen = given?.password ?? null;
    const password = chosen === null ? randomPassword() : chosen.reveal();
    const person = await addPerson(rows, { email, role: "admin", password }, now);
    const subject = `operator:${person.id}`;
    const detail = { email: person.email, role: person.role };
    await appendAudit(rows, { at: now.toISOString(), actor: "first start", event: "operator.added", subject, detail });
    return { email: person.email, password: chosen === null ? password : null };
  });
}
