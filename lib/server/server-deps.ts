import "server-only";
import type { ServerDeps } from "./intake/deps";
import { runtime } from "./runtime";

export async function serverDeps(): Promise<ServerDeps> {
  const { database, bell, now, newId, sealing, template, env } = await runtime();
  const { chineseTaskNames, taskFileRows } = env;
  return { database, bell, now, newId, sealing, template, chineseTaskNames, taskFileRows };
}
