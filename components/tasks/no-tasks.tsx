import { useTranslations } from "use-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { routes } from "@/lib/routes";
import type { TaskFilter } from "@/lib/tasks/view";

type Props = { filter: TaskFilter; clear: string; mayCreate: boolean };

/** Nothing yet and nothing that fits are different pictures with different ways on. */
export function NoTasks({ filter, clear, mayCreate }: Props) {
  const words = useTranslations("tasks.none");
  const filtered = filter.type !== null || filter.search !== "";
  if (filtered)
    return (
      <EmptyState title={words("noMatch")} actions={<ButtonLink href={clear}>{words("clear")}</ButtonLink>}>
        {words("noMatchText")}
      </EmptyState>
    );
  if (filter.tab !== "all") return <EmptyState title={words(`tab.${filter.tab}`)} />;
  const create = mayCreate ? (
    <ButtonLink variant="primary" href={routes.newTask()}>
      {words("create")}
    </ButtonLink>
  ) : undefined;
  return (
    <EmptyState title={words("first")} actions={create}>
      {words("firstText")}
    </EmptyState>
  );
}
