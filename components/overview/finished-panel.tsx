import Link from "next/link";
import { useTranslations } from "use-intl";
import { StandingWord } from "@/components/tasks/standing-word";
import { LocalTime } from "@/components/ui/local-time";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import { routes } from "@/lib/routes";
import type { TaskRow } from "@/lib/tasks/view";
import { TaskLink } from "./task-link";

const SHOWN = 6;

/** The last tasks that ended, however they ended. */
export function FinishedPanel({ rows }: { rows: readonly TaskRow[] }) {
  const words = useTranslations("overview.finished");
  return (
    <Panel
      title={words("title")}
      end={
        rows.length > 0 && (
          <Link className="lnk" href={`${routes.tasks()}?tab=finished`}>
            {words("all")}
          </Link>
        )
      }
    >
      {rows.length === 0 ? <p className="foot">{words("none")}</p> : <Rows rows={rows.slice(0, SHOWN)} />}
    </Panel>
  );
}

function Rows({ rows }: { rows: readonly TaskRow[] }) {
  const words = useTranslations("overview.finished");
  const { number } = useFormat();
  const now = useNow();
  return (
    <table className="tbl ruled fin-t">
      <thead className="vh">
        <tr>
          <th>{words("task")}</th>
          <th>{words("result")}</th>
          <th>{words("devices")}</th>
          <th>{words("ended")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((task) => {
          const { succeeded, total } = task.progress;
          return (
            <tr key={task.id}>
              <td>
                <TaskLink task={task} />
              </td>
              <td>
                <StandingWord task={task} now={now} />
              </td>
              <td className="num ink2 hide-m">
                {succeeded !== null && total !== null && words("of", { done: number(succeeded), total: number(total) })}
              </td>
              <td className="num mut hide-m">{task.finishedAt !== null && <LocalTime at={task.finishedAt} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
