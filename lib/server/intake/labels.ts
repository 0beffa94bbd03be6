import "server-only";
import { taskTypes } from "@/lib/task-types/registry";
import { countGroup, groupsOf, packagesOf } from "../fleet";
import type { Labels } from "./submit";

/** Names as the platform has them; a group that is gone keeps its id. */
export const labels: Labels = {
  async package(spaceId, packageId) {
    const types = new Set(Object.values(taskTypes).map(({ packageType }) => packageType));
    for (const type of types) {
      if (type === null) continue;
      const found = (await packagesOf(spaceId, type)).find(({ id }) => id === packageId);
      if (found !== undefined) return `${found.productName} ${found.version}`;
    }
    return packageId;
  },
  async groups(spaceId, groupIds) {
    const known = await groupsOf(spaceId);
    const counts = await Promise.all(groupIds.map((id) => countGroup(id).catch(() => null)));
    const count = counts.every((one) => one !== null) ? counts.reduce((sum, one) => sum + one, 0) : null;
    return { by: "groups", names: groupIds.map((id) => known.find((group) => group.id === id)?.name ?? id), count };
  },
};
