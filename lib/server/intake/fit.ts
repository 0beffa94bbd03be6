import { type Failure, FailureError, unwrap } from "@/lib/failure";
import type { Package } from "@/lib/fleet/fleet";
import type { Iotda } from "@/lib/iotda/iotda";
import type { TargetCheck } from "@/lib/tasks/draft";
import { PAGE, readPages } from "../read-pages";

/** Calls to the platform that one check may cost, but for the groups' counts. */
const MAX_CALLS = 40;

/** Nothing is known. */
export const UNCHECKED: TargetCheck = {
  total: null,
  checked: 0,
  otherProduct: 0,
  unknown: 0,
  complete: false,
  productName: null,
};

type Wanted = Pick<Package, "productId" | "productName">;
type Groups = Pick<Iotda, "countDevices" | "listGroupMembers">;
type Devices = Pick<Iotda, "listDevices" | "showDevice">;

/** One count per group where the platform can search, else the members of as many pages as we may read. */
export async function checkGroups(
  iotda: Groups,
  wanted: Wanted,
  groups: readonly { id: string; count: number | null }[],
): Promise<TargetCheck> {
  const counts = groups.map(({ count }) => count);
  const total = counts.every((count) => count !== null) ? counts.reduce((sum, count) => sum + count, 0) : null;
  let left = MAX_CALLS;
  let searching = true;
  const check = { ...UNCHECKED, total, complete: total !== null, productName: wanted.productName };
  for (const { id: groupId, count } of groups) {
    if (left <= 0) return { ...check, complete: false };
    if (searching) {
      left -= 1;
      const where = `group_id = '${groupId}' and product_id != '${wanted.productId}'`;
      const others = await iotda.countDevices(where);
      if (others.ok) {
        check.checked += count ?? 0;
        check.otherProduct += others.value;
        continue;
      }
      if (!isWithoutSearch(others.failure)) throw new FailureError(others.failure);
      searching = false;
    }
    const { items, whole } = await readPages((paging) => iotda.listGroupMembers({ groupId, ...paging }), left);
    left -= Math.ceil(items.length / PAGE);
    check.checked += items.length;
    check.otherProduct += items.filter(({ productId }) => productId !== wanted.productId).length;
    check.complete &&= whole;
  }
  return check;
}

/** Basic editions have no search, and others take one a second. IoTDA reference: SearchDevices. */
const isWithoutSearch = ({ kind }: Failure): boolean =>
  kind === "refused" || kind === "missing" || kind === "throttled";

/**
 * A short list is read device by device. A long one is held against the product's own devices; when the product has
 * more than we may read, only a sample of the list is looked at.
 */
export async function checkDevices(
  iotda: Devices,
  spaceId: string,
  wanted: Wanted,
  deviceIds: readonly string[],
): Promise<TargetCheck> {
  const check = { ...UNCHECKED, total: deviceIds.length, productName: wanted.productName };
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
