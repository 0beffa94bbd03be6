import { promisify } from "node:util";
import { deflate, inflate } from "node:zlib";
import { and, eq, ne } from "drizzle-orm";
import { isNonEmpty, type NonEmpty } from "@/lib/tasks/targets";
import type { Handle } from "./database";
import { targetSets } from "./schema/target-sets";

const pack = promisify(deflate);
const unpack = promisify<Buffer | Uint8Array, Buffer>(inflate);
const SAMPLE = 5;

export type TargetSet = Omit<typeof targetSets.$inferSelect, "ids">;

const known = {
  id: targetSets.id,
  draftId: targetSets.draftId,
  count: targetSets.count,
  source: targetSets.source,
  sample: targetSets.sample,
  savedBy: targetSets.savedBy,
  savedAt: targetSets.savedAt,
};

/** Freezes a list of device IDs, in its order. The caller has made sure that they are valid and unique. */
export async function saveTargetSet(
  handle: Handle,
  of: Pick<TargetSet, "id" | "draftId" | "source" | "savedBy" | "savedAt">,
  deviceIds: NonEmpty<string>,
): Promise<TargetSet> {
  const ids = await pack(Buffer.from(deviceIds.join("\n")));
  const row = { ...of, count: deviceIds.length, sample: deviceIds.slice(0, SAMPLE) };
  await handle.insert(targetSets).values({ ...row, ids });
  return row;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is known of a list without its IDs; null for anything that is no list's id. */
export async function findTargetSet(handle: Handle, id: string | null): Promise<TargetSet | null> {
  if (id === null || !UUID.test(id)) return null;
  const [row] = await handle.select(known).from(targetSets).where(eq(targetSets.id, id));
  return row ?? null;
}

/** The list itself; null when there is none. Throws when what is stored is not the list that was frozen. */
export async function readDeviceIds(handle: Handle, id: string): Promise<NonEmpty<string> | null> {
  const [row] = await handle
    .select({ ids: targetSets.ids, count: targetSets.count })
    .from(targetSets)
    .where(eq(targetSets.id, id));
  if (row === undefined) return null;
  const deviceIds = (await unpack(row.ids)).toString("utf8").split("\n");
  if (!isNonEmpty(deviceIds) || deviceIds.length !== row.count) throw new Error(`Target set ${id} is damaged`);
  return deviceIds;
}

/** Lists of a draft that were replaced before it was submitted. */
export async function dropTargetSets(handle: Handle, draftId: string, keep: string | null): Promise<void> {
  const ofDraft = eq(targetSets.draftId, draftId);
  await handle.delete(targetSets).where(keep === null ? ofDraft : and(ofDraft, ne(targetSets.id, keep)));
}
