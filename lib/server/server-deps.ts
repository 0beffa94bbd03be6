import "server-only";
import type { ServerDeps } from "./intake/deps";
import { offered } from "./offered";
import { runtime } from "./runtime";

export async function serverDeps(): Promise<ServerDeps> {
  const { database, bell, now, newId, sealing, template, env } = await runtime();
  const { chineseTaskNames, taskFileRows } = env;
  return { offered: await offered(), database, bell, now, newId, sealing, template, chineseTaskNames, taskFileRows };
}
