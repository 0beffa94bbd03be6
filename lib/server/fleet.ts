import "server-only";
import { FailureError, unwrap } from "@/lib/failure";
import { type DeviceGroup, PACKAGE_TYPES, type Package, type PackageType } from "@/lib/fleet/fleet";
import type { Iotda } from "@/lib/iotda/iotda";
import { once } from "@/lib/once";
import type { GroupView } from "@/lib/tasks/draft";
import { createPollCache } from "./poll-cache";
import { readPages } from "./read-pages";
import { runtime } from "./runtime";
import { currentSpace } from "./spaces";

const LIST_TTL_MS = 15_000;
const COUNT_TTL_MS = 60_000;
/** 1,000 groups an instance (IoTDA reference: limits); as many packages are more than a person picks from. */
const MAX_PAGES = 20;

const caches = once("fleet", () => ({
  packages: createPollCache<readonly Package[]>({ ttlMs: LIST_TTL_MS, now: Date.now }),
  groups: createPollCache<readonly DeviceGroup[]>({ ttlMs: LIST_TTL_MS, now: Date.now }),
  counts: createPollCache<number | null>({ ttlMs: COUNT_TTL_MS, now: Date.now }),
}));

/** OTA packages of the current space, newest first. */
export async function listPackages(type: PackageType): Promise<readonly Package[]> {
  const { id: spaceId } = await currentSpace();
  return packagesOf(spaceId, type);
}

export async function packagesOf(spaceId: string, type: PackageType): Promise<readonly Package[]> {
  const { iotda } = await runtime();
  return caches().packages.get(`${spaceId} ${type}`, async () => {
    const { items } = await readPages((paging) => iotda.listPackages({ spaceId, type, ...paging }), MAX_PAGES);
    return items;
  });
}

/** A package was added or removed here: the list is read anew. */
export const forgetPackages = (spaceId: string, type: PackageType): void =>
  caches().packages.forget(`${spaceId} ${type}`);

export async function groupsOf(spaceId: string): Promise<readonly DeviceGroup[]> {
  const { iotda } = await runtime();
  return caches().groups.get(spaceId, async () => {
    const { items } = await readPages((paging) => iotda.listGroups({ spaceId, ...paging }), MAX_PAGES);
    return items;
  });
}

/** Device groups of the current space, each with its count where it was asked for lately. */
export async function listGroups(): Promise<readonly GroupView[]> {
  const { id: spaceId } = await currentSpace();
  const groups = await groupsOf(spaceId);
  return Promise.all(
    groups.map(async (group) => ({
      ...group,
      count:
        (await caches()
          .counts.peek(group.id)
          ?.catch(() => null)) ?? null,
    })),
  );
}

/** How many devices are directly in a group; null when the platform does not say. */
export async function countGroup(groupId: string): Promise<number | null> {
  const { iotda } = await runtime();
  return caches().counts.get(groupId, () => readCount(iotda, groupId));
}

async function readCount(iotda: Iotda, groupId: string): Promise<number | null> {
  if (!/^[a-fA-F0-9-]{1,36}$/.test(groupId)) throw new FailureError({ kind: "missing", what: "group" });
  return unwrap(await iotda.listGroupMembers({ groupId, limit: 1 })).total;
}

/** A package type from an address. Throws `missing` for any other word. */
export function packageType(asked: string | null): PackageType {
  const known = PACKAGE_TYPES.find((type) => type === asked);
  if (known === undefined) throw new FailureError({ kind: "missing", what: "package-type" });
  return known;
}
