import { MAX_TARGETS } from "@/lib/tasks/targets";
import { PAGE } from "../read-pages";
import type { Caller } from "./caller";
import { type Target, UNLOOKED } from "./looked";
import { readOn, unread } from "./pages";
import type { Ports, Slate } from "./ports";
import type { Subject } from "./subject";

/** Whom the task reaches, and every device that has to be looked at for it: gateways of rows too. */
export async function gather({ targets }: Subject, ports: Ports, caller: Caller, slate: Slate): Promise<void> {
  if (targets?.by === "groups") {
    slate.complete = await members(targets.groupIds, ports, caller, slate);
    return;
  }
  if (targets === null) return;
  slate.targets =
    targets.by === "rows"
      ? await ports.rows(targets.rowSetId)
      : (await ports.deviceIds(targets.targetSetId)).map((id) => ({ id, row: null }));
  slate.complete = true;
  for (const { id, row } of slate.targets) {
    if (row !== null && row.gatewayId !== "") slate.devices.set(row.gatewayId, UNLOOKED);
    slate.devices.set(id, UNLOOKED);
  }
}

/** True when every group was read to its end. Who is a member exists, and is of the product that the group tells. */
async function members(groupIds: readonly string[], ports: Ports, caller: Caller, slate: Slate): Promise<boolean> {
  const targets = new Map<string, Target>();
  let complete = true;
  for (const groupId of groupIds) {
    for (let reading = unread<{ id: string; productId: string }>(); !reading.whole; ) {
      const before = reading.items.length;
      const maxPages = targets.size >= MAX_TARGETS ? 0 : 1;
      const of = { caller, operation: "ShowDevicesInGroup", maxPages };
      reading = await readOn(reading, of, (paging) => ports.iotda.listGroupMembers({ groupId, ...paging }));
      if (reading.items.length === before && !reading.whole) {
        complete = false;
        break;
      }
      for (const { id, productId } of reading.items.slice(before)) {
        targets.set(id, { id, row: null });
        slate.devices.set(id, { ...UNLOOKED, exists: true, productId: productId || null });
      }
      slate.targets = [...targets.values()];
      const pages = Math.ceil((reading.total ?? 0) / PAGE);
      slate.expected = Math.max(slate.expected, 2 * pages);
    }
  }
  return complete;
}
