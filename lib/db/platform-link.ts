import { eq } from "drizzle-orm";
import type { Failure } from "@/lib/failure";
import type { ResourceSpace } from "@/lib/fleet/fleet";
import type { Database } from "./database";
import { platformLink, spaces } from "./schema/platform-link";

const ONLY = 1;

export type LinkHealth = { lastReadAt: string | null; tookMs: number | null; failure: Failure | null };

/** A good answer: whatever was wrong is over. */
export async function noteGoodRead(database: Database, at: string, tookMs: number): Promise<void> {
  const seen = { lastReadAt: at, tookMs: Math.max(0, Math.round(tookMs)), failure: null };
  await database
    .insert(platformLink)
    .values({ id: ONLY, ...seen })
    .onConflictDoUpdate({ target: platformLink.id, set: seen });
}

export async function noteFailedRead(database: Database, failure: Failure): Promise<void> {
  await database
    .insert(platformLink)
    .values({ id: ONLY, failure })
    .onConflictDoUpdate({ target: platformLink.id, set: { failure } });
}

export async function readLinkHealth(database: Database): Promise<LinkHealth> {
  const [row] = await database.select().from(platformLink).where(eq(platformLink.id, ONLY));
  return { lastReadAt: row?.lastReadAt ?? null, tookMs: row?.tookMs ?? null, failure: row?.failure ?? null };
}

/** Resource spaces as the platform last listed them; spaces that are gone from the list are forgotten. */
export async function saveSpaces(database: Database, listed: readonly ResourceSpace[]): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.delete(spaces);
    if (listed.length > 0) await tx.insert(spaces).values([...listed]);
  });
}

export async function readSpaces(database: Database): Promise<ResourceSpace[]> {
  return database.select().from(spaces).orderBy(spaces.name);
}
