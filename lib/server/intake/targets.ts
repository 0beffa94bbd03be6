import { eq } from "drizzle-orm";
import type { Operator } from "@/lib/access/permissions";
import { submissions } from "@/lib/db/schema/submissions";
import { lockSubmission } from "@/lib/db/submissions";
import { saveTargetSet } from "@/lib/db/target-sets";
import { FailureError } from "@/lib/failure";
import type { TargetSetView } from "@/lib/tasks/draft";
import { DEVICE_ID, isNonEmpty, MAX_PARTS, MAX_TARGETS, type NonEmpty } from "@/lib/tasks/targets";
import { taskId } from "../ids";
import type { ServerDeps } from "./deps";
import { setView, stale } from "./drafting";

/** What does not fit into one task becomes a family of tasks. */
const MOST = MAX_TARGETS * MAX_PARTS;

const invalid = (message: string, values: Record<string, number>) =>
  new FailureError({ kind: "invalid", issues: [{ path: "targets", message, values }] });

/** A list as the browser sends it, one ID a line: checked again in full, because only the server's word counts. */
export function parseDeviceIds(body: string): NonEmpty<string> {
  const deviceIds = body === "" ? [] : body.split("\n");
  if (!isNonEmpty(deviceIds)) throw invalid("devices-none", {});
  if (deviceIds.length > MOST) throw invalid("devices-many", { most: MOST });
  const bad = deviceIds.findIndex((id) => !DEVICE_ID.test(id));
  if (bad >= 0) throw invalid("device-not-valid", { line: bad + 1 });
  if (new Set(deviceIds).size !== deviceIds.length) throw invalid("devices-repeated", {});
  return deviceIds;
}

/** Freezes a list for a draft. Earlier lists stay until the draft is submitted: another tab may still name them. */
export async function putTargets(
  { database, now, newId }: ServerDeps,
  { draftId, source, body }: { draftId: string; source: string; body: string },
  by: Operator,
): Promise<TargetSetView> {
  const deviceIds = parseDeviceIds(body);
  return database.transaction(async (tx) => {
    const draft = await lockSubmission(tx, taskId(draftId));
    if (draft === null || draft.state === "cancelled") throw new FailureError({ kind: "missing", what: "draft" });
    if (draft.state !== "draft") throw stale();
    const savedAt = new Date(now()).toISOString();
    const of = { id: newId(), draftId: draft.id, source: source.slice(0, 200), savedBy: by.email, savedAt };
    const set = await saveTargetSet(tx, of, deviceIds);
    await tx.update(submissions).set({ targetSetId: set.id }).where(eq(submissions.id, draft.id));
    return setView(set);
  });
}
