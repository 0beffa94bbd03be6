import Link from "next/link";
import { useTranslations } from "use-intl";
import { Panel } from "@/components/ui/panel";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import { routes } from "@/lib/routes";
import type { TaskRow, TaskView } from "@/lib/tasks/view";
import { StandingWord } from "./standing-word";
import { TaskBar } from "./task-bar";

/** The tasks that share one list with this one, each with how it stands. */
export function PartsPanel({ task }: { task: TaskView }) {
  const words = useTranslations("tasks.parts");
  if (task.family.length === 0) return null;
  return (
    <Panel title={words("title", { of: task.family.length })} className="clip parts">
      <p className="foot">{words("why")}</p>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{words("part")}</th>
            <th scope="col">{words("state")}</th>
            <th scope="col" className="hide-m">
              {words("progress")}
            </th>
            <th scope="col">{words("devices")}</th>
          </tr>
        </thead>
        <tbody>
          {task.family.map((part) => (
            <Part key={part.id} part={part} current={part.id === task.id} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Part({ part, current }: { part: TaskRow; current: boolean }) {
  const format = useFormat();
  const now = useNow();
  const { total } = part.progress;
  return (
    <tr className={current ? "on" : undefined}>
      <td>{current ? <b>{part.title}</b> : <Link href={routes.task(part.id)}>{part.title}</Link>}</td>
      <td>
        <StandingWord task={part} now={now} />
      </td>
      <td className="hide-m prog-c">{total !== null && total > 0 && <TaskBar progress={part.progress} />}</td>
      <td>{total === null ? "–" : format.number(total)}</td>
    </tr>
  );
}
