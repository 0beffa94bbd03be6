import { STALE_AFTER_MS } from "@/components/ui/data-age";
import type { StatusKind } from "@/components/ui/glyph";
import { isFinal, type Reported, type SubTaskStatus, type TaskStatus } from "@/lib/tasks/status";
import type { TaskRow } from "@/lib/tasks/view";

/** A state as the screen says it. `word` is a key of `words.status`, `raw` the platform's own word where it has one. */
export type ShownState = { kind: StatusKind; word: StateWord; raw: string | null };

type Fresh = Exclude<StatusKind, "same"> | "sending" | "refused" | "uncertain" | "cancelled" | "draft";
export type StateWord = Fresh | "wasScheduled" | "wasWaiting" | "wasRunning" | "wasStopping";

type Stated = Pick<TaskRow, "submission" | "status" | "startsAt" | "readAt" | "needsAttention">;

/** What a task is doing, as far as is known at `nowMs`: an old figure of something that moves says "was". */
export function taskState(task: Stated, nowMs: number): ShownState {
  if (task.status === null) return { ...submissionState(task, nowMs), raw: null };
  const fresh = reportedState(task.status, task, nowMs);
  const aged = task.readAt !== null && nowMs - Date.parse(task.readAt) > STALE_AFTER_MS;
  const past = aged && !isFinal(task.status) ? WAS[fresh.word] : undefined;
  return past === undefined ? fresh : { kind: "unknown", word: past, raw: fresh.raw };
}

const WAS: { readonly [W in StateWord]?: StateWord } = {
  scheduled: "wasScheduled",
  waiting: "wasWaiting",
  running: "wasRunning",
  stopping: "wasStopping",
};

function submissionState({ submission, startsAt }: Stated, nowMs: number): Omit<ShownState, "raw"> {
  switch (submission) {
    case "draft":
      return { kind: "waiting", word: "draft" };
    case "held":
      return { kind: "scheduled", word: "scheduled" };
    case "sending":
      return { kind: "running", word: "sending" };
    case "sent":
      return startsAt !== null && Date.parse(startsAt) > nowMs
        ? { kind: "scheduled", word: "scheduled" }
        : { kind: "waiting", word: "waiting" };
    case "refused":
      return { kind: "failed", word: "refused" };
    case "uncertain":
      return { kind: "unknown", word: "uncertain" };
    case "cancelled":
      return { kind: "removed", word: "cancelled" };
    case null:
      return { kind: "unknown", word: "unknown" };
  }
}

const TASK_KINDS = {
  Initializing: "running",
  Waitting: "waiting",
  Processing: "running",
  Stopping: "stopping",
  Success: "done",
  PartialSuccess: "partly",
  Fail: "failed",
  Stopped: "stopped",
} as const satisfies { [S in TaskStatus]: StatusKind };

function reportedState(status: Reported<TaskStatus>, task: Stated, nowMs: number): ShownState {
  if (status.known === null) return { kind: "unknown", word: "unknown", raw: status.raw };
  const raw = status.known;
  if (raw === "Waitting" && task.startsAt !== null && Date.parse(task.startsAt) > nowMs)
    return { kind: "scheduled", word: "scheduled", raw };
  if (!isFinal(status) && task.needsAttention === "waits-for-confirm") return { kind: "gate", word: "gate", raw };
  return { kind: TASK_KINDS[raw], word: TASK_KINDS[raw], raw };
}

const SUB_TASK_KINDS = {
  Waitting: "waiting",
  Processing: "running",
  Success: "done",
  Fail: "failed",
  FailWaitRetry: "retrying",
  Stopped: "stopped",
  Removed: "removed",
} as const satisfies { [S in SubTaskStatus]: StatusKind };

/** What one device's part of a task is doing. */
export function subTaskState(status: Reported<SubTaskStatus>): ShownState {
  if (status.known === null) return { kind: "unknown", word: "unknown", raw: status.raw };
  const kind = SUB_TASK_KINDS[status.known];
  return { kind, word: kind, raw: status.known };
}
