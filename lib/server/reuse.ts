import "server-only";
import type { Operator } from "@/lib/access/permissions";
import { packagesOf } from "./fleet";
import * as cloning from "./reuse/clone";
import type { ReuseDeps } from "./reuse/deps";
import * as following from "./reuse/follow-up";
import * as undoing from "./reuse/undo";
import { runtime } from "./runtime";
import { serverDeps } from "./server-deps";

export async function reuseDeps(): Promise<ReuseDeps> {
  const [deps, { iotda }] = await Promise.all([serverDeps(), runtime()]);
  return { ...deps, iotda, packages: packagesOf };
}

/** Each makes a draft from a task and sends nothing. */
export const cloneTask = async (of: { taskId: string }, by: Operator) => cloning.cloneTask(await reuseDeps(), of, by);
export const followUp = async (of: following.FollowUp, by: Operator) => following.followUp(await reuseDeps(), of, by);
export const undoTask = async (of: { taskId: string }, by: Operator) => undoing.undoTask(await reuseDeps(), of, by);
