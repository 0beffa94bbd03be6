import "server-only";
import type { ServerDeps } from "./intake/deps";
import { runtime } from "./runtime";

export async function serverDeps(): Promise<ServerDeps> {
  const { database, bell, now, newId, env } = await runtime();
  return { database, bell, now, newId, chineseTaskNames: env.chineseTaskNames };
}
