import Link from "next/link";
import { useTranslations } from "use-intl";
import { DataAge } from "@/components/ui/data-age";
import { Countdown, LocalTime } from "@/components/ui/local-time";
import { useFormat } from "@/lib/i18n/client";
import { useNow } from "@/lib/i18n/use-now";
import { routes } from "@/lib/routes";
import { mayChange, standing } from "@/lib/tasks/standing";
import type { TaskRow } from "@/lib/tasks/view";
import { StandingWord } from "./standing-word";
import { TaskBar } from "./task-bar";

/** The rows of the task list. On a phone only the task and its state stay as columns. */
export function TaskTable({ rows }: { rows: readonly TaskRow[] }) {
  const words = useTranslations("tasks");
  const now = useNow();
  return (
    <section className="panel clip" aria-label={words("title")}>
      <table className="tbl list-t">
        <thead>
          <tr>
            <th scope="col">{words("column.task")}</th>
            <th scope="col">{words("column.state")}</th>
            <th scope="col" className="hide-m">
              {words("column.progress")}
            </th>
            <th scope="col" className="hide-m">
              {words("column.when")}
            </th>
            <th scope="col" className="hide-s">
              {words("column.owner")}
            </th>
            <th scope="col" className="hide-s">
              {words("column.age")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, now }: { row: TaskRow; now: number }) {
  const words = useTranslations("tasks");
  const names = useTranslations("words");
  const { total } = row.progress;
  return (
    <tr>
      <td>
        <Link className="t1" href={routes.task(row.id)}>
          {row.title}
        </Link>
        <span className="t2">
          {names(`type.${row.type}`)}
          {total !== null && total > 0 && <>, {words("devices", { count: total })}</>}
          {row.part !== null && <>, {words("tasks", { count: row.part.of })}</>}
        </span>
      </td>
      <td>
        <StandingWord task={row} now={now} />
      </td>
      <td className="hide-m prog-c">
        <ProgressCell row={row} now={now} />
      </td>
      <td className="hide-m ink2">
        <WhenCell row={row} />
      </td>
      <td className="hide-s ink2">{row.owner ?? <span className="mut">{words("elsewhere")}</span>}</td>
      <td className="hide-s mut">
        {row.platformId === null ? words("notSent") : mayChange(row) ? <DataAge readAt={row.readAt} /> : words("final")}
      </td>
    </tr>
  );
}

function ProgressCell({ row, now }: { row: TaskRow; now: number }) {
  const words = useTranslations("tasks");
  const format = useFormat();
  const stands = standing(row, now);
  if (stands === "refused" || stands === "cancelled" || stands === "missed")
    return <span className="ink2">{words("nothingSent")}</span>;
  if (stands === "held") return <span className="ink2">{words("keptHere")}</span>;
  if (stands === "scheduled") return <span className="ink2">{words("onPlatform")}</span>;
  if (row.progress.total === null || row.progress.total === 0)
    return <span className="mut">{row.readAt === null ? words("notRead") : words("notCounted")}</span>;
  const failed = row.progress.failed;
  return (
    <>
      <TaskBar progress={row.progress} />
      <div className="bar-c">
        <span>
          {words("doneOf", {
            done: row.progress.succeeded === null ? "–" : format.number(row.progress.succeeded),
            total: format.number(row.progress.total),
          })}
        </span>
        <span>{failed === null ? words("failedUnknown") : words("failedCount", { count: failed })}</span>
      </div>
    </>
  );
}

/** When it starts, started or ended, with how long that is ago or ahead. */
function WhenCell({ row }: { row: TaskRow }) {
  const words = useTranslations("tasks");
  const [label, at] =
    row.finishedAt !== null
      ? (["ended", row.finishedAt] as const)
      : row.startsAt !== null
        ? (["starts", row.startsAt] as const)
        : (["created", row.createdAt] as const);
  return (
    <>
      {words.rich(`when.${label}`, { at: () => <LocalTime at={at} /> })}
      <span className="t2">
        <Countdown to={at} />
      </span>
    </>
  );
}
