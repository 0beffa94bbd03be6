import { clsx } from "clsx";
import { useTranslations } from "use-intl";
import { useFormat } from "@/lib/i18n/client";
import { finished, gap, PROGRESS_PARTS, type ProgressPart } from "@/lib/tasks/progress";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { TaskView } from "@/lib/tasks/view";
import { PART_TONES, TaskBar } from "./task-bar";

/** Which sub-tasks a counter counts. */
const STATUS_OF: { readonly [P in ProgressPart]: SubTaskStatus } = {
  succeeded: "Success",
  processing: "Processing",
  awaitingRetry: "FailWaitRetry",
  failed: "Fail",
  stopped: "Stopped",
  removed: "Removed",
  waiting: "Waitting",
};

type Props = { task: TaskView; status: SubTaskStatus | null; onStatus: (status: SubTaskStatus | null) => void };

const emptyWord = ({ platformId, submission }: TaskView) => {
  if (platformId !== null) return "notCountedYet";
  return submission === "cancelled" ? "nothingEver" : "nothingYet";
};

/** The counters as one number, one bar and a legend; every part filters the devices below. */
export function ProgressPanel({ task, status, onStatus }: Props) {
  const words = useTranslations("tasks");
  const names = useTranslations("words");
  const format = useFormat();
  const { progress } = task;
  if (progress.total === null || progress.total === 0)
    return (
      <section className="panel prog prog-none" aria-label={words("progress")}>
        <p className="ink2">{words(emptyWord(task))}</p>
      </section>
    );
  const { total } = progress;
  const done = progress.succeeded;
  const missing = gap(progress) ?? 0;
  const failedShare = finished(progress) === 0 ? null : (progress.failed ?? 0) / finished(progress);
  const choose = (part: ProgressPart) => onStatus(STATUS_OF[part] === status ? null : STATUS_OF[part]);
  return (
    <section className="panel prog" aria-label={words("progress")}>
      <div className="prog-h">
        <p className="big">
          <b>{done === null ? names("standing.unknown") : format.number(done)}</b>{" "}
          <span>{words("bigOf", { total, share: done === null ? "–" : format.percent(done / total) })}</span>
        </p>
      </div>
      <TaskBar progress={progress} size="lg" pressed={partOf(status)} onPart={choose} />
      <div className="lgs">
        {PROGRESS_PARTS.map((part) => (
          <button
            key={part}
            type="button"
            className={clsx("lgd", STATUS_OF[part] === status && "on")}
            aria-pressed={STATUS_OF[part] === status}
            onClick={() => choose(part)}
          >
            <span className="lg-w">
              <i className={`sw seg-${PART_TONES[part]}`} />
              {names(`part.${part}`)}
            </span>
            <span className="lg-n">{progress[part] === null ? "–" : format.number(progress[part])}</span>
            <span className="lg-x">
              {progress[part] === null && words("counterMissing")}
              {part === "failed" && failedShare !== null && failedShare > 0
                ? words("ofFinished", { share: format.percent(failedShare) })
                : null}
            </span>
          </button>
        ))}
      </div>
      {missing !== 0 && (
        <p className="prog-gap">
          {missing > 0
            ? words("countersShort", { count: missing, total })
            : words("countersOver", { count: -missing, total })}
        </p>
      )}
    </section>
  );
}

const partOf = (status: SubTaskStatus | null): ProgressPart | null =>
  PROGRESS_PARTS.find((part) => STATUS_OF[part] === status) ?? null;
