import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { TASKS_PER_PAGE, type TaskFilter } from "@/lib/tasks/view";

type Props = { filter: TaskFilter; total: number; link: (page: number) => string };

/** Which rows these are, and the way to the next and the previous ones. */
export function Pages({ filter, total, link }: Props) {
  const words = useTranslations("tasks");
  if (total === 0) return null;
  const first = (filter.page - 1) * TASKS_PER_PAGE + 1;
  const last = Math.min(total, filter.page * TASKS_PER_PAGE);
  return (
    <nav className="pages" aria-label={words("pages")}>
      <span className="mut sm">{words("rows", { first, last, total })}</span>
      {filter.page > 1 && (
        <ButtonLink size="sm" href={link(filter.page - 1)}>
          {words("previous")}
        </ButtonLink>
      )}
      {last < total && (
        <ButtonLink size="sm" href={link(filter.page + 1)}>
          {words("next")}
        </ButtonLink>
      )}
    </nav>
  );
}
