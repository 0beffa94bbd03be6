import type { ActionVerb } from "./action";
import type { Progress } from "./progress";
import { isFinal, type Reported, type TaskStatus } from "./status";

/** Why a verb is not possible now: keys of the `acting` messages. */
export type BlockedReason =
  | "not-stoppable-type"
  | "not-retryable-type"
  | "not-confirmable"
  | "already-final"
  | "stopped-is-final"
  | "still-waiting"
  | "not-final-yet"
  | "not-on-platform"
  | "not-read-yet"
  | "status-unknown"
  | "stopping"
  | "action-running"
  | "nothing-to-retry";

/** What is known of a task when somebody wants to act. `running`: verbs of actions that are not finished. */
export type Actable = {
  onPlatform: boolean;
  status: Reported<TaskStatus> | null;
  progress: Progress;
  needsConfirm: boolean;
  facts: { stoppable: boolean; retryable: boolean; confirmable: boolean };
  running: readonly ActionVerb[];
};

export type Blocked = { readonly [V in ActionVerb]: BlockedReason | null };

/**
 * Which verbs the platform would refuse, and why; null where it would not. IoTDA reference: Stop-, Retry-, Confirm- and
 * DeleteBatchTask. A stop is never kept waiting by anything but another stop.
 */
export function blockedVerbs(task: Actable): Blocked {
  return {
    stop: task.facts.stoppable ? (notNow(task, ["stop"]) ?? stopBlocked(task)) : "not-stoppable-type",
    retry: task.facts.retryable ? (notNow(task) ?? retryBlocked(task)) : "not-retryable-type",
    confirm: task.facts.confirmable && task.needsConfirm ? (notNow(task) ?? stopBlocked(task)) : "not-confirmable",
    delete: notNow(task) ?? deleteBlocked(task),
  };
}

function notNow({ onPlatform, status, running }: Actable, hinders?: readonly ActionVerb[]): BlockedReason | null {
  if (!onPlatform) return "not-on-platform";
  if (status === null) return "not-read-yet";
  if (running.some((verb) => hinders === undefined || hinders.includes(verb))) return "action-running";
  return status.known === null ? "status-unknown" : null;
}

/** Stop and confirm are possible in the same statuses. */
function stopBlocked({ status }: Actable): BlockedReason | null {
  if (status?.known === "Stopping") return "stopping";
  return status !== null && isFinal(status) ? "already-final" : null;
}

function retryBlocked({ status, progress }: Actable): BlockedReason | null {
  switch (status?.known) {
    case "Stopped":
      return "stopped-is-final";
    case "Stopping":
      return "stopping";
    case "Initializing":
    case "Waitting":
      return "still-waiting";
    case "Success":
      return "nothing-to-retry";
    default:
      return [progress.failed, progress.awaitingRetry, progress.stopped].every((count) => count === 0)
        ? "nothing-to-retry"
        : null;
  }
}

const deleteBlocked = ({ status }: Actable): BlockedReason | null =>
  status !== null && isFinal(status) ? null : "not-final-yet";
