import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { ReuseMenu } from "@/components/reuse/reuse-menu";
import { DataAge } from "@/components/ui/data-age";
import { LocalTime } from "@/components/ui/local-time";
import { useNow } from "@/lib/i18n/use-now";
import { routes } from "@/lib/routes";
import { isAhead, mayChange } from "@/lib/tasks/standing";
import type { TaskView } from "@/lib/tasks/view";
import { ActButtons } from "./acting/act-buttons";
import type { Act } from "./acting/ask";
import { StandingWord } from "./standing-word";

type Props = { task: TaskView; act: Act; mayAct: boolean };

/** Nothing of it has left this console. */
const isUnsent = ({ submission }: TaskView): boolean =>
  submission === "held" || submission === "missed" || submission === "cancelled";

export function TaskHeader({ task, act, mayAct }: Props) {
  const words = useTranslations("tasks");
  const names = useTranslations("words");
  const now = useNow();
  const who = () => <b>{task.owner}</b>;
  const start = task.submission === "cancelled" || !isAhead(task.startsAt, now) ? null : task.startsAt;
  const at = () => <LocalTime at={start ?? task.createdAt} />;
  const since = start === null ? "created" : "starts";
  return (
    <header className="page-h task-h">
      <div>
        <nav className="crumb" aria-label={words("breadcrumb")}>
          <Link href={routes.tasks()}>{words("title")}</Link>
          <ChevronRight size={14} aria-hidden="true" />
          <span>{names(`type.${task.type}`)}</span>
        </nav>
        <h1 className="task-t">
          {task.title} <StandingWord task={task} now={now} pill />
        </h1>
        <p className="task-s mut sm">
          <span>
            {task.owner === null ? words.rich(`${since}Elsewhere`, { at }) : words.rich(`${since}By`, { at, who })}
          </span>
          {task.platformName !== null && !isUnsent(task) && (
            <span>{words.rich("platformName", { name: () => <span className="mono">{task.platformName}</span> })}</span>
          )}
          {task.platformId !== null && (
            <span>
              {mayChange(task)
                ? words.rich("read", { age: () => <DataAge readAt={task.readAt} /> })
                : words("finalFigures")}
            </span>
          )}
        </p>
      </div>
      <ReuseMenu task={task} />
      {mayAct && task.holdUntil === null && <ActButtons task={task} act={act} />}
    </header>
  );
}
