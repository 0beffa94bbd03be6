import { isFinal } from "./status";
import type { TaskRow } from "./view";

/** How a task stands, in the words that operators use; the platform's own word stays in the tooltip. */
export const STANDINGS = [
  "draft",
  "held",
  "missed",
  "sending",
  "uncertain",
  "refused",
  "cancelled",
  "scheduled",
  "waiting",
  "gate",
  "running",
  "stopping",
  "stopped",
  "done",
  "partly",
  "failed",
  "gone",
  "unknown",
] as const;
export type Standing = (typeof STANDINGS)[number];

type Seen = Pick<TaskRow, "submission" | "status" | "startsAt" | "needsAttention" | "gone">;

/** Until the platform has it, our submission tells; then the platform's status does. `now` is in milliseconds. */
export function standing(task: Seen, now: number): Standing {
  if (task.submission !== null && task.submission !== "sent") return task.submission;
  if (task.status === null) return task.submission === "sent" ? "waiting" : "unknown";
  if (task.gone && !isFinal(task.status)) return "gone";
  switch (task.status.known) {
    case null:
      return "unknown";
    case "Initializing":
      return isAhead(task.startsAt, now) ? "scheduled" : "running";
    case "Processing":
      return "running";
    case "Waitting":
      if (task.needsAttention === "waits-for-confirm") return "gate";
      return isAhead(task.startsAt, now) ? "scheduled" : "waiting";
    case "Stopping":
      return "stopping";
    case "Stopped":
      return "stopped";
    case "Success":
      return "done";
    case "PartialSuccess":
      return "partly";
    case "Fail":
      return "failed";
  }
}

/** True for a start that is still to come; `now` is in milliseconds. */
export const isAhead = (startsAt: string | null, now: number): boolean =>
  startsAt !== null && Date.parse(startsAt) > now;

/** True while a later look may show something else. */
export const mayChange = (task: Pick<TaskRow, "submission" | "status" | "gone">): boolean => {
  if (task.gone) return false;
  if (task.submission === "refused" || task.submission === "cancelled") return false;
  return task.status === null || !isFinal(task.status);
};
