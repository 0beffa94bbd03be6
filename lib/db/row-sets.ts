import { and, asc, eq, ne } from "drizzle-orm";
import type { Handle } from "./database";
import { rowSets } from "./schema/row-sets";
import type { Submission } from "./submissions";

type Part = typeof rowSets.$inferSelect;

/** Rows as a whole: `counts` says how many there are in each part. */
export type RowSet = Omit<Part, "sealed" | "part" | "count"> & { counts: readonly number[] };

/** The name under which a part's rows are sealed. */
export const sealName = (id: string, part: number): string => `${id}/${part}`;

/** Keeps judged rows for a draft, part by part; sealed bytes and the sample are all that the database sees of them. */
export async function saveRowSet(
  handle: Handle,
  { counts, ...of }: RowSet,
  sealed: readonly Uint8Array[],
): Promise<void> {
  for (const [index, bytes] of sealed.entries())
    await handle.insert(rowSets).values({ ...of, part: index + 1, count: counts[index] ?? 0, sealed: bytes });
}

const known = {
  draftId: rowSets.draftId,
  kind: rowSets.kind,
  count: rowSets.count,
  source: rowSets.source,
  sample: rowSets.sample,
  savedBy: rowSets.savedBy,
  savedAt: rowSets.savedAt,
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is known of rows without opening them; null for anything that is no set's id, and once they were erased. */
export async function findRowSet(handle: Handle, id: string | null): Promise<RowSet | null> {
  if (id === null || !UUID.test(id)) return null;
  const parts = await handle.select(known).from(rowSets).where(eq(rowSets.id, id)).orderBy(asc(rowSets.part));
  const [first] = parts;
  if (first === undefined) return null;
  const { draftId, kind, source, sample, savedBy, savedAt } = first;
  return { id, draftId, kind, source, sample, savedBy, savedAt, counts: parts.map(({ count }) => count) };
}

/** A part's rows as they are kept; null once they were erased. */
export async function readSealedRows(handle: Handle, id: string, part: number): Promise<Uint8Array | null> {
  const [row] = await handle
    .select({ sealed: rowSets.sealed })
    .from(rowSets)
    .where(and(eq(rowSets.id, id), eq(rowSets.part, part)));
  return row?.sealed ?? null;
}

/** Erases the rows of a submission that is over; nothing for one that has none. */
export async function eraseRowsOf(handle: Handle, { request }: Pick<Submission, "request">): Promise<void> {
  if (request?.targets.by !== "rows") return;
  const { rowSetId, part } = request.targets;
  await handle.delete(rowSets).where(and(eq(rowSets.id, rowSetId), eq(rowSets.part, part)));
}

/** Erases the rows that were brought for a draft but for one set. */
export async function dropRowSets(handle: Handle, draftId: string, keep: string | null): Promise<void> {
  const ofDraft = eq(rowSets.draftId, draftId);
  await handle.delete(rowSets).where(keep === null ? ofDraft : and(ofDraft, ne(rowSets.id, keep)));
}
