import { and, asc, desc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { finishedState } from "@/lib/tasks/chunks";
import type { Database, Handle, Transaction } from "./database";
import { actionChunks, actions } from "./schema/actions";

export type ActionRecord = typeof actions.$inferSelect;
export type ChunkRecord = typeof actionChunks.$inferSelect;

const iso = (at: number): string => new Date(at).toISOString();
const OPEN = ["pending", "running"] as const;

export async function findAction(handle: Handle, id: string): Promise<ActionRecord | null> {
  const [row] = await handle.select().from(actions).where(eq(actions.id, id));
  return row ?? null;
}

export async function actionsOf(handle: Handle, taskId: string): Promise<ActionRecord[]> {
  return handle.select().from(actions).where(eq(actions.taskId, taskId)).orderBy(desc(actions.requestedAt));
}

export async function chunksOf(handle: Handle, actionIds: readonly string[]): Promise<ChunkRecord[]> {
  if (actionIds.length === 0) return [];
  return handle
    .select()
    .from(actionChunks)
    .where(inArray(actionChunks.actionId, [...actionIds]))
    .orderBy(asc(actionChunks.actionId), asc(actionChunks.seq));
}

/**
 * Takes an action that has calls to make; a stop goes before everything else. Nobody else gets it for `leaseMs`.
 * One chunk is worked off per claim, so that a stop overtakes a long retry.
 */
export async function claimAction(database: Database, now: number, leaseMs: number): Promise<ActionRecord | null> {
  const due = database
    .select({ id: actions.id })
    .from(actions)
    .where(
      and(
        inArray(actions.state, OPEN),
        or(isNull(actions.nextTryAt), lte(actions.nextTryAt, iso(now))),
        or(isNull(actions.leaseUntil), lte(actions.leaseUntil, iso(now))),
      ),
    )
    .orderBy(sql`${actions.verb} <> 'stop'`, asc(actions.requestedAt))
    .limit(1)
    .for("update", { skipLocked: true });
  const [row] = await database
    .update(actions)
    .set({ leaseUntil: iso(now + leaseMs), state: "running" })
    .where(eq(actions.id, sql`(${due})`))
    .returning();
  return row ?? null;
}

/** The first chunk that is not told yet: one whose call began and was never answered, else one to be sent. */
export async function nextChunk(database: Database, actionId: string): Promise<ChunkRecord | null> {
  const [row] = await database
    .select()
    .from(actionChunks)
    .where(and(eq(actionChunks.actionId, actionId), inArray(actionChunks.state, ["pending", "sending"])))
    .orderBy(desc(actionChunks.state), asc(actionChunks.seq))
    .limit(1);
  return row ?? null;
}

/** Writes down that a chunk's call goes out now; false when the claim is no longer ours: then nothing may be sent. */
export async function beginChunk(
  database: Database,
  claim: ActionRecord,
  chunk: ChunkRecord,
  now: number,
): Promise<boolean> {
  if (claim.leaseUntil === null) return false;
  const ours = database
    .select({ id: actions.id })
    .from(actions)
    .where(and(eq(actions.id, claim.id), eq(actions.leaseUntil, claim.leaseUntil)));
  const begun = await database
    .update(actionChunks)
    .set({ state: "sending", sentAt: iso(now) })
    .where(and(at(chunk), eq(actionChunks.state, chunk.state), inArray(actionChunks.actionId, ours)))
    .returning({ seq: actionChunks.seq });
  return begun.length > 0;
}

const at = ({ actionId, seq }: Pick<ChunkRecord, "actionId" | "seq">) =>
  and(eq(actionChunks.actionId, actionId), eq(actionChunks.seq, seq));

/** Writes what became of a chunk. */
export async function writeChunk(
  handle: Handle,
  chunk: ChunkRecord,
  told: Partial<Pick<ChunkRecord, "state" | "outcomes" | "failure" | "answeredAt">>,
): Promise<void> {
  await handle.update(actionChunks).set(told).where(at(chunk));
}

/** What still waits is not sent any more. */
export async function dropPending(handle: Handle, actionIds: readonly string[]): Promise<void> {
  if (actionIds.length === 0) return;
  await handle
    .update(actionChunks)
    .set({ state: "dropped" })
    .where(and(inArray(actionChunks.actionId, [...actionIds]), eq(actionChunks.state, "pending")));
}

/** Lets an action go until `nextTryAt` (epoch ms), or at once. `attempts` counts calls in a row that did nothing. */
export async function releaseAction(
  database: Database,
  claim: ActionRecord,
  { nextTryAt, attempts }: { nextTryAt: number | null; attempts: number },
): Promise<void> {
  await database
    .update(actions)
    .set({ leaseUntil: null, nextTryAt: nextTryAt === null ? null : iso(nextTryAt), attempts })
    .where(and(eq(actions.id, claim.id), inArray(actions.state, OPEN)));
}

/** Closes an action whose chunks are all told; answers its final state, or null while some are not. */
export async function closeIfDone(tx: Transaction, id: string, now: number): Promise<ActionRecord | null> {
  const told = (await chunksOf(tx, [id])).map(({ state, outcomes }) => ({
    state,
    allDone: (outcomes ?? []).every(({ done }) => done),
  }));
  const state = finishedState(told);
  if (state === null) return null;
  const [closed] = await tx
    .update(actions)
    .set({ state, finishedAt: iso(now), leaseUntil: null, nextTryAt: null })
    .where(and(eq(actions.id, id), inArray(actions.state, OPEN)))
    .returning();
  return closed ?? null;
}

/** When (epoch ms) there is something to do next; null when nothing waits. */
export async function nextActionAt(database: Database): Promise<number | null> {
  const [row] = await database
    .select({
      at: sql<string | null>`min(greatest(${actions.nextTryAt}, ${actions.leaseUntil}, ${actions.requestedAt}))`,
    })
    .from(actions)
    .where(inArray(actions.state, OPEN));
  return row?.at == null ? null : new Date(row.at).getTime();
}

/** Gives up the claims of a process that is surely dead: for the embedded database, at start. */
export async function dropActionLeases(database: Database): Promise<void> {
  await database.update(actions).set({ leaseUntil: null }).where(inArray(actions.state, OPEN));
}
