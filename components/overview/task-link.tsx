import Link from "next/link";
import { useTranslations } from "use-intl";
import { routes } from "@/lib/routes";
import type { TaskRow } from "@/lib/tasks/view";

/** A task's title, leading to its page. */
export function TaskLink({ task }: { task: Pick<TaskRow, "id" | "title"> }) {
  return (
    <Link className="t1" href={routes.task(task.id)} title={task.title}>
      {task.title}
    </Link>
  );
}

/** What it does and who asked for it. */
export function TypeAndOwner({ task }: { task: TaskRow }) {
  const words = useTranslations("overview");
  const types = useTranslations("words.type");
  const type = types(task.type);
  return (
    <span className="t2">
      {task.owner === null ? words("elsewhere", { type }) : words("byOwner", { type, owner: task.owner })}
    </span>
  );
}
