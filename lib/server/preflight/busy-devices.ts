import type { Meaning } from "@/lib/tasks/preflight";
import type { Caller } from "./caller";
import type { Known } from "./looked";
import { readOn, unread } from "./pages";
import type { Ports, Slate } from "./ports";
import type { Subject } from "./subject";

/** Which of the targets other unfinished tasks reach. Members of groups that both name are the same. */
export async function busyIn(
  { targets }: Subject,
  ports: Ports,
  caller: Caller,
  slate: Slate,
  means: Meaning,
): Promise<Known["busy"]> {
  const own = targets?.by === "groups" ? targets.groupIds : [];
  const { tasks, whole } = await ports.unfinished(means);
  const found = new Map<string, string>();
  const read = new Map<string, readonly string[] | null>();
  let complete = whole;
  const note = (ids: readonly string[], title: string) => {
    for (const id of ids) if (slate.devices.has(id) && !found.has(id)) found.set(id, title);
  };
  for (const { title, deviceIds, groupIds } of tasks) {
    note(await deviceIds(), title);
    for (const groupId of groupIds) {
      if (!read.has(groupId)) {
        const shared = own.length === 1 && own.includes(groupId);
        read.set(groupId, shared ? slate.targets.map(({ id }) => id) : await memberIds(groupId, ports, caller));
      }
      const ids = read.get(groupId) ?? null;
      complete &&= ids !== null;
      note(ids ?? [], title);
    }
  }
  return { tasks: found, whole: complete };
}

/** Pages of another task's group, at most: it is not what was asked about. */
const MAX_OTHER_PAGES = 100;

async function memberIds(groupId: string, { iotda }: Ports, caller: Caller): Promise<readonly string[] | null> {
  const of = { caller, operation: "ShowDevicesInGroup", maxPages: MAX_OTHER_PAGES };
  const { items, whole } = await readOn<{ id: string }>(unread(), of, (paging) =>
    iotda.listGroupMembers({ groupId, ...paging }),
  );
  return whole ? items.map(({ id }) => id) : null;
}
