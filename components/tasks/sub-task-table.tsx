import { useTranslations } from "use-intl";
import { useFollowUps } from "@/components/reuse/reuse-provider";
import { Checkbox } from "@/components/ui/choices";
import { causeOf } from "@/lib/tasks/cause";
import type { SubTask } from "@/lib/tasks/task";
import type { TaskView } from "@/lib/tasks/view";
import { type Chosen, choose } from "./chosen";
import { SubTaskWord } from "./standing-word";

type Props = {
  rows: readonly SubTask[];
  task: TaskView;
  chosen: Chosen;
  /** Null where nothing can be chosen. */
  onChosen: ((chosen: Chosen) => void) | null;
};

export function SubTaskTable({ rows, task, chosen, onChosen }: Props) {
  const words = useTranslations("tasks");
  const followed = useFollowUps();
  const selectable =
    onChosen !== null && (followed || task.blocked.stop === null || task.blocked.retry === null || canConfirm(task));
  const all = rows.every((row) => chosen.has(row.target));
  const toggle = (subTasks: readonly SubTask[], on: boolean) => onChosen?.(choose(chosen, subTasks, on));
  return (
    <table className="tbl dev-t">
      <thead>
        <tr>
          {selectable && (
            <th scope="col" className="pick">
              <Checkbox
                aria-label={words("selectShown", { count: rows.length })}
                checked={all}
                mixed={!all && chosen.size > 0}
                onChange={(event) => toggle(rows, event.target.checked)}
              />
            </th>
          )}
          <th scope="col">{words("column.device")}</th>
          <th scope="col">{words("column.state")}</th>
          <th scope="col">{words("column.what")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.target} className={chosen.has(row.target) ? "on" : undefined}>
            {selectable && (
              <td className="pick">
                <Checkbox
                  aria-label={words("select", { device: row.target })}
                  checked={chosen.has(row.target)}
                  onChange={(event) => toggle([row], event.target.checked)}
                />
              </td>
            )}
            <td className="mono dev-id">{row.target}</td>
            <td>
              <SubTaskWord status={row.status} />
            </td>
            <td>
              <WhatHappened row={row} registers={task.type === "createDevices"} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const canConfirm = (task: TaskView) => task.needsConfirm && task.blocked.confirm === null;

/** The reason in plain words with advice, and the platform's own code and text beside it. */
function WhatHappened({ row, registers }: { row: SubTask; registers: boolean }) {
  const words = useTranslations("tasks");
  const advice = useTranslations("advice");
  const failed = row.status.known === "Fail" || row.status.known === "FailWaitRetry" || row.code !== null;
  if (!failed && registers && row.output !== null)
    return (
      <span className="ink2">
        {words.rich("registeredAs", { id: () => <span className="mono">{row.output}</span> })}
      </span>
    );
  if (!failed) return <span className="ink2">{row.output ?? ""}</span>;
  const cause = causeOf(row.code, row.message ?? row.output);
  const said = [row.code, row.message ?? row.output].filter((part) => part !== null && part !== "").join(" ");
  return (
    <>
      <b className="why">{advice(`${cause}.title`)}</b>
      <span className="t2">{advice(`${cause}.advice`)}</span>
      <span className="t2 said">{said === "" ? advice("noReason") : said}</span>
    </>
  );
}
