import { readSealedRows, sealName } from "@/lib/db/row-sets";
import type { SentFile } from "@/lib/db/schema/submissions";
import { SealedError } from "@/lib/db/sealing";
import type { Submission } from "@/lib/db/submissions";
import { filesInUse, noteFile } from "@/lib/db/task-files";
import { type Failure, fail, ok, type Result } from "@/lib/failure";
import type { WorkerDeps } from "./deps";
import { workbookOf } from "./workbook";

/** Our files on the platform, so that nobody else's is ever taken for one of them. */
const PREFIX = "fleet-console-";
/** IoTDA reference: batch task files, at most 10 and for an hour. */
const MAX_FILES = 10;
const LIVES_MS = 60 * 60_000;
/** A file that is this fresh is used again by the next attempt. */
const FRESH_MS = 10 * 60_000;
/** A file of ours that no submission names and that is this old belongs to nobody any more. */
const STALE_MS = 30 * 60_000;
const AGAIN_MS = 10_000;
const FULL_MS = 60_000;
/** IoTDA reference: UploadBatchTaskFile. */
const NAME_TAKEN = "IOTDA.014602";

const why = (path: string, message: string): Failure => ({ kind: "invalid", issues: [{ path, message }] });

/** What became of a file. `later`: nothing was sent and it is tried again in `inMs`, with what to tell meanwhile. */
type Placed = { kind: "done"; result: Result<string> } | { kind: "later"; inMs: number; failure: Failure };

/**
 * Puts the rows of a submission on the platform as a workbook, and answers its id there. The name is written down before
 * the upload, so that whoever comes after a crash removes what it left and uploads anew: that creates no task.
 */
export async function placeFile(deps: WorkerDeps, claim: Submission): Promise<Placed> {
  const { file } = claim;
  if (file?.id != null && deps.now() - Date.parse(file.uploadedAt) < FRESH_MS)
    return { kind: "done", result: ok(file.id) };
  if (file !== null) {
    const removed = await removeFile(deps, file);
    if (!removed.ok) return later(removed.failure);
  }
  const bytes = await bytesOf(deps, claim);
  if (!bytes.ok) return { kind: "later", inMs: FULL_MS, failure: bytes.failure };
  const name = `${PREFIX}${claim.id.slice(0, 8)}-${deps.newId().slice(0, 8)}.xlsx`;
  const uploadedAt = new Date(deps.now()).toISOString();
  if (!(await noteFile(deps.database, claim, { name, id: null, uploadedAt }))) return later(why("file", "not-valid"));
  const uploaded = await deps.iotda.uploadTaskFile({ name, bytes: bytes.value });
  if (!uploaded.ok) return afterRefusal(deps, uploaded.failure);
  await noteFile(deps.database, claim, { name, id: uploaded.value.id, uploadedAt });
  deps.logger.info({ submission: claim.id, file: name, bytes: bytes.value.length }, "a file of rows was uploaded");
  return { kind: "done", result: ok(uploaded.value.id) };
}

const later = (failure: Failure): Placed => ({
  kind: "later",
  inMs: failure.kind === "throttled" ? Math.max(AGAIN_MS, failure.retryAfterMs) : AGAIN_MS,
  failure,
});

async function bytesOf(deps: WorkerDeps, claim: Submission): Promise<Result<Uint8Array>> {
  const targets = claim.request?.targets;
  if (targets?.by !== "rows") throw new Error(`Submission ${claim.id} has no rows`);
  const { rowSetId, part } = targets;
  const sealed = await readSealedRows(deps.database, rowSetId, part);
  if (sealed === null) throw new Error(`Submission ${claim.id} has lost its rows`);
  try {
    const text = await deps.sealing.open(sealName(rowSetId, part), sealed);
    const bytes = await workbookOf(deps, claim.type, text);
    return bytes === null ? fail(why("file", "template-unfit")) : ok(bytes);
  } catch (error) {
    if (error instanceof SealedError) return fail(why("rows", "rows-locked"));
    throw error;
  }
}

/** An upload creates no task, so that it is repeated under another name whenever that can help. */
async function afterRefusal(deps: WorkerDeps, failure: Failure): Promise<Placed> {
  switch (failure.kind) {
    case "unreachable":
    case "throttled":
    case "uncertain":
    case "unreadable":
      return later(failure);
    case "refused": {
      if (failure.code === NAME_TAKEN) return later(failure);
      // The code for "too many files" is not documented: whether there are as many tells. IoTDA reference: batch task files.
      const listed = await deps.iotda.listTaskFiles();
      if (!listed.ok || listed.value.length < MAX_FILES) return { kind: "done", result: fail(failure) };
      const freed = await removeStale(deps, listed.value);
      return { kind: "later", inMs: freed > 0 ? 0 : FULL_MS, failure: why("file", "files-full") };
    }
    default:
      return { kind: "done", result: fail(failure) };
  }
}

/** Removes files of ours that nobody needs any more; answers how many. */
async function removeStale(
  { database, iotda, now, logger }: WorkerDeps,
  files: readonly { id: string; name: string; uploadedAt: string | null }[],
): Promise<number> {
  const used = await filesInUse(database);
  let freed = 0;
  for (const { id, name, uploadedAt } of files) {
    const old = uploadedAt !== null && now() - Date.parse(uploadedAt) > STALE_MS;
    if (!name.startsWith(PREFIX) || used.has(name) || !old) continue;
    const deleted = await iotda.deleteTaskFile(id);
    if (!deleted.ok) continue;
    freed += 1;
    logger.info({ file: name }, "a stale file of rows was removed");
  }
  return freed;
}

/** Removes a file, found by its name where the answer to its upload was lost. One that is gone already is removed. */
export async function removeFile(
  { iotda, now }: Pick<WorkerDeps, "iotda" | "now">,
  file: SentFile,
): Promise<Result<null>> {
  if (now() - Date.parse(file.uploadedAt) > LIVES_MS) return ok(null);
  const found = file.id === null ? await findFile(iotda, file.name) : ok(file.id);
  if (!found.ok) return found;
  if (found.value === null) return ok(null);
  const deleted = await iotda.deleteTaskFile(found.value);
  return deleted.ok || deleted.failure.kind === "missing" ? ok(null) : deleted;
}

async function findFile(iotda: WorkerDeps["iotda"], name: string): Promise<Result<string | null>> {
  const listed = await iotda.listTaskFiles();
  return listed.ok ? ok(listed.value.find((file) => file.name === name)?.id ?? null) : listed;
}
