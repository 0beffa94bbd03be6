import { useTranslations } from "use-intl";
import { STALE_AFTER_MS } from "@/components/ui/data-age";
import { Status, type StatusKind } from "@/components/ui/glyph";
import { type Standing, standing } from "@/lib/tasks/standing";
import type { Reported, SubTaskStatus } from "@/lib/tasks/status";
import type { TaskRow } from "@/lib/tasks/view";

const KINDS: { readonly [S in Standing]: StatusKind } = {
  draft: "scheduled",
  held: "scheduled",
  missed: "gate",
  sending: "running",
  uncertain: "unknown",
  refused: "failed",
  cancelled: "stopped",
  scheduled: "scheduled",
  waiting: "waiting",
  gate: "gate",
  running: "running",
  stopping: "stopping",
  stopped: "stopped",
  done: "done",
  partly: "partly",
  failed: "failed",
  gone: "removed",
  unknown: "unknown",
};

const SUB_KINDS: { readonly [S in SubTaskStatus]: StatusKind } = {
  Waitting: "waiting",
  Processing: "running",
  Success: "done",
  Fail: "failed",
  FailWaitRetry: "retrying",
  Stopped: "stopped",
  Removed: "removed",
};

const raw = (status: Reported<string>) => (status.known === null ? status.raw : status.known);

/** What moves and was not read for a minute may have gone on since. */
function was(stands: Standing, readAt: string | null, now: number): "running" | "stopping" | null {
  if (stands !== "running" && stands !== "stopping") return null;
  return readAt !== null && now - Date.parse(readAt) > STALE_AFTER_MS ? stands : null;
}

/** How a task stands, with the platform's own word in the tooltip; a word that we do not know is shown as it came. */
export function StandingWord({ task, now, pill }: { task: TaskRow; now: number; pill?: boolean }) {
  const words = useTranslations("words");
  const stands = standing(task, now);
  const title = task.status === null ? undefined : words("platformWord", { word: raw(task.status) });
  const before = was(stands, task.readAt, now);
  if (before !== null)
    return (
      <Status kind="unknown" title={title} pill={pill}>
        {words(`was.${before}`)}
      </Status>
    );
  const unknownWord = stands === "unknown" && task.status?.known === null ? task.status.raw : null;
  return (
    <Status kind={KINDS[stands]} title={title} pill={pill}>
      {words(`standing.${stands}`)}
      {unknownWord !== null && <> ({unknownWord})</>}
    </Status>
  );
}

export function SubTaskWord({ status }: { status: Reported<SubTaskStatus> }) {
  const words = useTranslations("words");
  const title = words("platformWord", { word: raw(status) });
  if (status.known === null)
    return (
      <Status kind="unknown" title={title}>
        {words("subTask.unknown")} ({status.raw})
      </Status>
    );
  return (
    <Status kind={SUB_KINDS[status.known]} title={title}>
      {words(`subTask.${status.known}`)}
    </Status>
  );
}
