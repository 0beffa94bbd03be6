import "server-only";
import { readLinkHealth } from "@/lib/db/platform-link";
import { countRunning } from "@/lib/db/tasks";
import type { LinkView } from "@/lib/tasks/view";
import { runtime } from "./runtime";

/** Tasks that a resource space works on at once. IoTDA reference: limits. */
const CAPACITY = 10;
const SIMULATOR = "Simulator";

/** Health of the line to the platform, from what the worker wrote down; asks the platform nothing. */
export async function getLink(spaceId: string): Promise<LinkView> {
  const { database, env, now } = await runtime();
  const { name, isSimulator, endpoint } = env.platform;
  const { host } = new URL(endpoint);
  const health = await readLinkHealth(database);
  return {
    platform: { name: name ?? (isSimulator ? SIMULATOR : host), isSimulator, host },
    ...health,
    running: health.lastReadAt === null ? null : await countRunning(database, spaceId),
    capacity: CAPACITY,
    now: new Date(now()).toISOString(),
  };
}
