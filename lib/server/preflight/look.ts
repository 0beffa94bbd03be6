import { checksOf } from "@/lib/task-types/checks";
import type { FindingKind } from "@/lib/tasks/preflight";
import { busyIn } from "./busy-devices";
import type { Caller } from "./caller";
import { chosen, protocols } from "./chosen";
import { gather } from "./gather";
import type { Ports, Slate } from "./ports";
import { readDevices } from "./read-devices";
import type { Subject } from "./subject";

/** Looks at everything that the type's checks ask for, until the caller has nothing left. */
export async function look(subject: Subject, ports: Ports, caller: Caller, slate: Slate): Promise<void> {
  const checks = checksOf[subject.type];
  const wants = (...kinds: FindingKind[]) => checks.some(({ finds }) => kinds.includes(finds));
  if (wants("otherProduct")) slate.known = { ...slate.known, ...(await chosen(subject, ports, caller)) };
  if (wants("protocol", "noProduct"))
    slate.known = { ...slate.known, protocols: await protocols(subject, ports, caller) };
  await gather(subject, ports, caller, slate);
  const busy = checks.find(({ finds }) => finds === "busy");
  if (busy !== undefined)
    slate.known = { ...slate.known, busy: await busyIn(subject, ports, caller, slate, busy.means) };
  const groupIds = subject.targets?.by === "groups" ? subject.targets.groupIds : null;
  const wish = { spaceId: subject.spaceId, productId: slate.known.wanted?.productId ?? null, groupIds };
  const onPlan = (calls: number) => {
    slate.expected = caller.made() + calls;
  };
  const listed = await readDevices({ iotda: ports.iotda, caller, wish, devices: slate.devices, onPlan });
  if (!wants("gatewayWithChildren")) return;
  for (const [id, device] of slate.devices)
    if (listed.parents.has(id) || listed.whole)
      slate.devices.set(id, { ...device, hasChildren: listed.parents.has(id) });
  await children(subject, ports, caller, slate);
}

/** One call for each gateway of which the list did not tell. A gateway is listed among its own devices. */
async function children({ spaceId }: Subject, { iotda }: Ports, caller: Caller, { devices }: Slate): Promise<void> {
  for (const [id, device] of devices) {
    if (device.hasChildren !== null || device.facts?.isChild !== false) continue;
    const of = { spaceId, gatewayId: id, limit: 2 };
    const listed = await caller.ask("ListDevices", () => iotda.listDevices(of));
    if (listed.ok) devices.set(id, { ...device, hasChildren: listed.value.items.some((child) => child.id !== id) });
    else if (caller.left() <= 0) return;
  }
}
