import "server-only";
import { findTargetSet, readDeviceIds } from "@/lib/db/target-sets";
import { FailureError } from "@/lib/failure";
import { once } from "@/lib/once";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { TargetCheck } from "@/lib/tasks/draft";
import { countGroup, packagesOf } from "./fleet";
import { requireDraft } from "./intake/drafting";
import { checkDevices, checkGroups, UNCHECKED } from "./intake/fit";
import { createPollCache } from "./poll-cache";
import { runtime } from "./runtime";

const TTL_MS = 30_000;

const checks = once("target-checks", () => createPollCache<TargetCheck>({ ttlMs: TTL_MS, now: Date.now }));

/** Ids go into a search, so that nothing else may come through. IoTDA reference: group_id. */
const GROUP_ID = /^[a-fA-F0-9-]{1,36}$/;

/** Field by field, because a draft may be half filled in. */
function chosenIn(content: unknown): { packageId: string; groupIds: string[]; targetSetId: string | null } {
  const at = (value: unknown, key: string): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  const targets = at(content, "targets");
  const groupIds = at(targets, "groupIds");
  const setId = at(targets, "targetSetId");
  return {
    packageId: String(at(content, "packageId") ?? ""),
    groupIds: Array.isArray(groupIds) ? groupIds.filter((id) => typeof id === "string" && GROUP_ID.test(id)) : [],
    targetSetId: typeof setId === "string" ? setId : null,
  };
}

/**
 * How many of a draft's devices are not of its package's product, within a bounded number of calls. Without a package
 * or devices there is nothing to compare and everything is unknown.
 */
export async function checkTargets(draftId: string): Promise<TargetCheck> {
  const { database, iotda } = await runtime();
  const draft = await requireDraft(database, draftId);
  const chosen = chosenIn(draft.content);
  const type = isCreatable(draft.type) ? taskTypes[draft.type].packageType : null;
  if (type === null || chosen.packageId === "") return UNCHECKED;
  const wanted = (await packagesOf(draft.spaceId, type)).find(({ id }) => id === chosen.packageId);
  if (wanted === undefined) throw new FailureError({ kind: "missing", what: "package" });
  return checks().get(JSON.stringify([draft.spaceId, chosen]), async () => {
    if (chosen.targetSetId === null) {
      const counts = chosen.groupIds.map(async (id) => ({ id, count: await countGroup(id) }));
      return checkGroups(iotda, wanted, await Promise.all(counts));
    }
    const set = await findTargetSet(database, chosen.targetSetId);
    const deviceIds = set === null ? null : await readDeviceIds(database, set.id);
    return deviceIds === null ? UNCHECKED : checkDevices(iotda, draft.spaceId, wanted, deviceIds);
  });
}
