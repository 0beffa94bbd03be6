import "server-only";
import { findTargetSet, readDeviceIds } from "@/lib/db/target-sets";
import { FailureError } from "@/lib/failure";
import { requireOperator } from "./auth/session";
import { getDraft } from "./drafts";
import { refuse } from "./respond";
import { runtime } from "./runtime";

/** Hands out the frozen list of a draft, one device ID a line, in its order. */
export async function handTargets(draftId: string): Promise<Response> {
  try {
    await requireOperator("create-task");
    const { database } = await runtime();
    const { targetSet } = await getDraft(draftId);
    const set = targetSet === null ? null : await findTargetSet(database, targetSet.id);
    const deviceIds = set === null ? null : await readDeviceIds(database, set.id);
    if (deviceIds === null) throw new FailureError({ kind: "missing", what: "device-list" });
    const headers = { "content-type": "text/plain;charset=utf-8", "cache-control": "private, no-store" };
    return new Response(deviceIds.join("\n"), { headers });
  } catch (error) {
    if (error instanceof FailureError) return refuse(error.failure);
    throw error;
  }
}
