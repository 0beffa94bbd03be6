import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "./database";
import { rowSets } from "./schema/row-sets";
import { type SentFile, submissions } from "./schema/submissions";
import { tasks } from "./schema/tasks";
import { type Submission, stillOurs } from "./submissions";

/** Writes down a file of a claimed submission; false when somebody has taken the claim over. */
export async function noteFile(database: Database, claim: Submission, file: SentFile): Promise<boolean> {
  const noted = await database
    .update(submissions)
    .set({ file })
    .where(stillOurs(claim))
    .returning({ id: submissions.id });
  return noted.length > 0;
}

/** The names of all files that a submission still has on the platform. */
export async function filesInUse(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.select({ file: submissions.file }).from(submissions).where(isNotNull(submissions.file));
  return new Set(rows.flatMap(({ file }) => (file === null ? [] : [file.name])));
}

/**
 * That a submission needs neither its file nor its rows any more: it is over, or its task has left Initializing, by when
 * the platform has read the file. Inferred; IoTDA reference: batch task files.
 */
const isOver = sql`(${submissions.state} in ('refused', 'cancelled')
  or (${submissions.state} = 'sent' and (${tasks.final} or ${tasks.goneAt} is not null or ${tasks.status} <> 'Initializing')))`;

/** Submissions with a file on the platform that nobody needs; a held or missed one makes a new file when it is sent. */
export async function idleFiles(database: Database, limit: number): Promise<{ id: string; file: SentFile }[]> {
  const idle = sql`(${isOver} or ${submissions.state} in ('held', 'missed'))`;
  const rows = await database
    .select({ id: submissions.id, file: submissions.file })
    .from(submissions)
    .leftJoin(tasks, eq(tasks.id, submissions.id))
    .where(and(isNotNull(submissions.file), idle))
    .limit(limit);
  return rows.flatMap(({ id, file }) => (file === null ? [] : [{ id, file }]));
}

/** A file is gone from the platform; one that was uploaded meanwhile stays noted. */
export async function forgetFile(database: Database, id: string, { name }: SentFile): Promise<void> {
  const same = sql`${submissions.file}->>'name' = ${name}`;
  await database
    .update(submissions)
    .set({ file: null })
    .where(and(eq(submissions.id, id), same));
}

/** Erases the rows of submissions that are over; answers how many parts. */
export async function eraseFinishedRows(database: Database): Promise<number> {
  const ofRows = sql`(${submissions.id} = ${rowSets.draftId} or ${submissions.familyId} = ${rowSets.draftId})
    and ${submissions.rowSetId} = ${rowSets.id} and coalesce(${submissions.part}, 1) = ${rowSets.part}`;
  const over = sql`exists (select 1 from ${submissions} left join ${tasks} on ${tasks.id} = ${submissions.id} where ${ofRows} and ${isOver})`;
  const erased = await database.delete(rowSets).where(over).returning({ id: rowSets.id });
  return erased.length;
}
