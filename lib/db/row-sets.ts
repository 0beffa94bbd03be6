import { and, eq, ne } from "drizzle-orm";
import type { Handle } from "./database";
import { rowSets } from "./schema/row-sets";

export type RowSet = Omit<typeof rowSets.$inferSelect, "sealed">;

const known = {
  id: rowSets.id,
  draftId: rowSets.draftId,
  kind: rowSets.kind,
  count: rowSets.count,
  source: rowSets.source,
  sample: rowSets.sample,
  savedBy: rowSets.savedBy,
  savedAt: rowSets.savedAt,
};

/** Keeps judged rows for a submission; `sealed` is all that the database ever sees of them but for the sample. */
export async function saveRowSet(handle: Handle, of: RowSet, sealed: Uint8Array): Promise<RowSet> {
  await handle.insert(rowSets).values({ ...of, sealed });
  return of;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is known of rows without opening them; null for anything that is no set's id, and once they were erased. */
export async function findRowSet(handle: Handle, id: string | null): Promise<RowSet | null> {
  if (id === null || !UUID.test(id)) return null;
  const [row] = await handle.select(known).from(rowSets).where(eq(rowSets.id, id));
  return row ?? null;
}

/** The rows as they are kept; null once they were erased. */
export async function readSealedRows(handle: Handle, id: string): Promise<Uint8Array | null> {
  const [row] = await handle.select({ sealed: rowSets.sealed }).from(rowSets).where(eq(rowSets.id, id));
  return row?.sealed ?? null;
}

/** Erases the rows of a submission but for one set: all of them once it is over. */
export async function dropRowSets(handle: Handle, draftId: string, keep: string | null): Promise<void> {
  const ofDraft = eq(rowSets.draftId, draftId);
  await handle.delete(rowSets).where(keep === null ? ofDraft : and(ofDraft, ne(rowSets.id, keep)));
}
