import "server-only";
import { findTargetSet, readDeviceIds } from "@/lib/db/target-sets";
import { type Failure, FailureError, unwrap } from "@/lib/failure";
import type { Package } from "@/lib/fleet/fleet";
import type { Iotda } from "@/lib/iotda/iotda";
import { once } from "@/lib/once";
import { isCreatable, taskTypes } from "@/lib/task-types/registry";
import type { TargetCheck } from "@/lib/tasks/draft";
import { countGroup, packagesOf, readPages } from "./fleet";
import { requireDraft } from "./intake/drafting";
import { createPollCache } from "./poll-cache";
import { runtime } from "./runtime";

const TTL_MS = 30_000;
/** Calls to the platform that one check may cost. */
const MAX_CALLS = 40;

const checks = once("target-checks", () => createPollCache<TargetCheck>({ ttlMs: TTL_MS, now: Date.now }));

const NOTHING = { total: null, checked: 0, otherProduct: 0, unknown: 0, complete: false, productName: null };

/** Field by field, because a draft may be half filled in. */
function chosenIn(content: unknown): { packageId: string; groupIds: string[]; targetSetId: string | null } {
  const at = (value: unknown, key: string): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  const targets = at(content, "targets");
  const groupIds = at(targets, "groupIds");
  const setId = at(targets, "targetSetId");
  return {
    packageId: String(at(content, "packageId") ?? ""),
    groupIds: Array.isArray(groupIds) ? groupIds.filter((id) => typeof id === "string") : [],
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
  if (type === null || chosen.packageId === "") return NOTHING;
  const wanted = (await packagesOf(draft.spaceId, type)).find(({ id }) => id === chosen.packageId);
  if (wanted === undefined) throw new FailureError({ kind: "missing", what: "package" });
  return checks().get(JSON.stringify([draft.spaceId, chosen]), async () => {
    if (chosen.targetSetId === null) return checkGroups(iotda, wanted, chosen.groupIds);
    const set = await findTargetSet(database, chosen.targetSetId);
    const deviceIds = set === null ? null : await readDeviceIds(database, set.id);
    return deviceIds === null ? NOTHING : checkDevices(iotda, draft.spaceId, wanted, deviceIds);
  });
}

/** One count per group where the platform can search, else the members of as many pages as we may read. */
async function checkGroups(iotda: Iotda, wanted: Package, groupIds: readonly string[]): Promise<TargetCheck> {
  const counts = await Promise.all(groupIds.map((id) => countGroup(id)));
  const total = counts.every((count) => count !== null) ? counts.reduce((sum, count) => sum + count, 0) : null;
  let left = MAX_CALLS;
  let searching = true;
  const check = { ...NOTHING, total, complete: total !== null, productName: wanted.productName };
  for (const [index, groupId] of groupIds.entries()) {
    if (left <= 0) return { ...check, complete: false };
    if (searching) {
      left -= 1;
      const where = `group_id = '${groupId}' and product_id != '${wanted.productId}'`;
      const others = await iotda.countDevices(where);
      if (others.ok) {
        check.checked += counts[index] ?? 0;
        check.otherProduct += others.value;
        continue;
      }
      if (!isWithoutSearch(others.failure)) throw new FailureError(others.failure);
      searching = false;
    }
    const { items, whole } = await readPages((paging) => iotda.listGroupMembers({ groupId, ...paging }), left);
    left -= Math.ceil(items.length / 50);
    check.checked += items.length;
    check.otherProduct += items.filter(({ productId }) => productId !== wanted.productId).length;
    check.complete &&= whole;
  }
  return check;
}

/** Basic editions have no search. IoTDA reference: SearchDevices. */
const isWithoutSearch = (failure: Failure): boolean => failure.kind === "refused" || failure.kind === "missing";

/**
 * A short list is read device by device. A long one is held against the product's own devices; when the product has
 * more than we may read, only a sample of the list is looked at.
 */
async function checkDevices(
  iotda: Iotda,
  spaceId: string,
  wanted: Package,
  deviceIds: readonly string[],
): Promise<TargetCheck> {
  const check = { ...NOTHING, total: deviceIds.length, productName: wanted.productName };
  if (deviceIds.length > MAX_CALLS) {
    const read = await readPages(
      (paging) => iotda.listDevices({ spaceId, productId: wanted.productId, ...paging }),
      MAX_CALLS / 2,
    );
    if (read.whole) {
      const own = new Set(read.items.map(({ id }) => id));
      const otherProduct = deviceIds.filter((id) => !own.has(id)).length;
      return { ...check, checked: deviceIds.length, otherProduct, complete: true };
    }
  }
  const every = Math.max(1, Math.ceil(deviceIds.length / (MAX_CALLS / 2)));
  const sample = deviceIds.length <= MAX_CALLS ? deviceIds : deviceIds.filter((_, index) => index % every === 0);
  for (const deviceId of sample) {
    const shown = await iotda.showDevice(deviceId);
    check.checked += 1;
    if (!shown.ok && shown.failure.kind === "missing") check.unknown += 1;
    else if (unwrap(shown).productId !== wanted.productId) check.otherProduct += 1;
  }
  return { ...check, complete: sample.length === deviceIds.length };
}
