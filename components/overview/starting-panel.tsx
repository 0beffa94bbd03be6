import Link from "next/link";
import { useTranslations } from "use-intl";
import { Countdown, LocalTime } from "@/components/ui/local-time";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import { routes } from "@/lib/routes";
import type { TaskRow } from "@/lib/tasks/view";
import { TaskLink } from "./task-link";

const SHOWN = 5;

/** What comes next, and who holds it until then. */
export function StartingPanel({ rows, count }: { rows: readonly TaskRow[]; count: number }) {
  const words = useTranslations("overview.soon");
  const format = useFormat();
  const now = new Date(useNow()).toISOString();
  return (
    <Panel title={words("title")} count={count > 0 ? count : undefined} end={format.zoneName(now)}>
      {rows.length === 0 ? (
        <p className="foot">{words("none")}</p>
      ) : (
        <ul>
          {rows.slice(0, SHOWN).map((task) => (
            <Row key={task.id} task={task} />
          ))}
        </ul>
      )}
      {count > SHOWN && (
        <div className="foot">
          <Link className="lnk" href={`${routes.tasks()}?tab=scheduled`}>
            {words("all")}
          </Link>
        </div>
      )}
    </Panel>
  );
}

function Row({ task }: { task: TaskRow }) {
  const words = useTranslations("overview.soon");
  const holder = task.submission === "held" ? "here" : "platform";
  return (
    <li className="soon">
      <div>{task.startsAt !== null && <Start at={task.startsAt} />}</div>
      <div>
        <TaskLink task={task} />
        <span className="t2">{words(holder, { count: task.progress.total ?? 0 })}</span>
      </div>
    </li>
  );
}

function Start({ at }: { at: string }) {
  const format = useFormat();
  const today = format.day(new Date(useNow()).toISOString());
  return (
    <>
      <div className="tm">
        <LocalTime at={at} as="clock" />
      </div>
      {format.day(at) !== today && (
        <span className="t2">
          <LocalTime at={at} as="day" />
        </span>
      )}
      <span className="t2">
        <Countdown to={at} />
      </span>
    </>
  );
}
