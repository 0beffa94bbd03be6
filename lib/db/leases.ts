import { eq, lte, or } from "drizzle-orm";
import type { Database } from "./database";
import { leases } from "./schema/platform-link";

/** Takes or renews a named job for `ms`; false while another worker has it. */
export async function takeLease(
  database: Database,
  { name, holder, now, ms }: { name: string; holder: string; now: number; ms: number },
): Promise<boolean> {
  const until = new Date(now + ms).toISOString();
  const free = or(eq(leases.holder, holder), lte(leases.until, new Date(now).toISOString()));
  const taken = await database
    .insert(leases)
    .values({ name, holder, until })
    .onConflictDoUpdate({ target: leases.name, set: { holder, until }, ...(free !== undefined && { setWhere: free }) })
    .returning({ name: leases.name });
  return taken.length > 0;
}

/** Lets the next worker in at once. */
export async function dropLeases(database: Database, holder: string): Promise<void> {
  await database.delete(leases).where(eq(leases.holder, holder));
}

/** For the embedded database, at start: whoever held one is surely dead. */
export async function dropAllLeases(database: Database): Promise<void> {
  await database.delete(leases);
}
