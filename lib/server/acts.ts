import "server-only";
import type { Operator } from "@/lib/access/permissions";
import * as acting from "./intake/act";
import * as settling from "./intake/settle";
import { serverDeps } from "./server-deps";

/** A stop, retry, confirm or delete, written down and under way. */
export const actOnTask = async (of: acting.Acting, by: Operator) => acting.actOnTask(await serverDeps(), of, by);

/** A person's decision about a submission whose outcome nobody saw. */
export const settleTask = async (of: { taskId: string; decision: "send-again" | "discard" }, by: Operator) =>
  settling.settleTask(await serverDeps(), of, by);
