import "server-only";
import type { Operator } from "@/lib/access/permissions";
import type { WallTime } from "@/lib/tasks/zoned-time";
import * as acting from "./intake/act";
import * as holding from "./intake/held";
import * as settling from "./intake/settle";
import { serverDeps } from "./server-deps";

/** A stop, retry, confirm or delete, written down and under way. */
export const actOnTask = async (of: acting.Acting, by: Operator) => acting.actOnTask(await serverDeps(), of, by);

/** A person's decision about a submission whose outcome nobody saw. */
export const settleTask = async (of: { taskId: string; decision: "send-again" | "discard" }, by: Operator) =>
  settling.settleTask(await serverDeps(), of, by);

/** What a person decides about a start that is kept here, or was missed. */
export const cancelHeld = async (of: { taskId: string }, by: Operator) =>
  holding.cancelHeld(await serverDeps(), of, by);
export const moveHeld = async (of: { taskId: string; schedule: WallTime }, by: Operator) =>
  holding.moveHeld(await serverDeps(), of, by);
export const startHeld = async (of: { taskId: string }, by: Operator) => holding.startHeld(await serverDeps(), of, by);
