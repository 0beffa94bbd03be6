import Link from "next/link";
import { useTranslations } from "use-intl";
import { StandingWord } from "@/components/tasks/standing-word";
import { TaskBar } from "@/components/tasks/task-bar";
import { DataAge } from "@/components/ui/data-age";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import { routes } from "@/lib/routes";
import type { TaskRow } from "@/lib/tasks/view";
import { TaskLink, TypeAndOwner } from "./task-link";

type Props = { rows: readonly TaskRow[]; count: number; old: boolean };

/** What runs, with its counters; `old` while the platform does not answer, and then the figures are pale. */
export function RunningPanel({ rows, count, old }: Props) {
  const words = useTranslations("overview.runningNow");
  return (
    <Panel
      title={words("title")}
      count={count}
      className={old ? "stale" : undefined}
      end={
        rows.length > 0 && (
          <Link className="lnk" href={`${routes.tasks()}?tab=running`}>
            {words("all")}
          </Link>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="foot">{words("none")}</p>
      ) : (
        <ul>
          {rows.map((task) => (
            <Row key={task.id} task={task} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Row({ task }: { task: TaskRow }) {
  const words = useTranslations("overview.runningNow");
  const now = useNow();
  return (
    <li className="runr">
      <div>
        <TaskLink task={task} />
        <TypeAndOwner task={task} />
      </div>
      <div>
        {task.progress.total !== null && <TaskBar progress={task.progress} />}
        <Captions task={task} />
      </div>
      <div className="eta">
        <StandingWord task={task} now={now} />
        {task.readAt !== null && (
          <span className="t2">{words.rich("read", { age: () => <DataAge readAt={task.readAt} /> })}</span>
        )}
      </div>
    </li>
  );
}

function Captions({ task: { progress } }: { task: TaskRow }) {
  const words = useTranslations("overview.runningNow");
  const { number } = useFormat();
  if (progress.total === null)
    return (
      <div className="bl">
        <span>{words("notCounted")}</span>
      </div>
    );
  const { total, succeeded, failed } = progress;
  return (
    <div className="bl">
      <span>
        {words.rich("done", {
          done: succeeded === null ? "?" : number(succeeded),
          total: number(total),
          b: (text) => <b>{text}</b>,
        })}
      </span>
      <span>{failed === null ? words("failedUnknown") : words("failed", { count: failed })}</span>
    </div>
  );
}
