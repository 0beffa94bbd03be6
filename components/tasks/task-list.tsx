"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { ButtonLink } from "@/components/ui/button";
import { DataAge } from "@/components/ui/data-age";
import { Tabs } from "@/components/ui/tabs";
import { FailureError } from "@/lib/failure";
import { useFormat } from "@/lib/i18n/client";
import { taskListQuery } from "@/lib/queries/tasks";
import { routes } from "@/lib/routes";
import { filterQuery } from "@/lib/tasks/filter";
import { type TaskList as List, TASK_TABS, type TaskFilter } from "@/lib/tasks/view";
import { NoTasks } from "./no-tasks";
import { Pages } from "./pages";
import { TaskFilters } from "./task-filters";
import { TaskTable } from "./task-table";

type Props = { filter: TaskFilter; initial: List; mayCreate: boolean };

/** Every task of the resource space. Tab, filters and page are in the address; the list keeps itself up to date. */
export function TaskList({ filter, initial, mayCreate }: Props) {
  const words = useTranslations("tasks");
  const format = useFormat();
  const { data, error } = useQuery({ ...taskListQuery(filter), initialData: initial });
  const link = (change: Partial<TaskFilter>) => `${routes.tasks()}${filterQuery({ ...filter, page: 1, ...change })}`;
  return (
    <>
      <header className="page-h mid">
        <h1 className="page-t">{words("title")}</h1>
        {mayCreate && (
          <div className="acts only-m">
            <ButtonLink variant="primary" href={routes.newTask()}>
              {words("new")}
            </ButtonLink>
          </div>
        )}
      </header>
      <Tabs
        label={words("views")}
        tabs={TASK_TABS.map((tab) => ({
          href: link({ tab }),
          label: words(`tab.${tab}`),
          count: format.number(data.counts[tab]),
          current: tab === filter.tab,
          needsAttention: tab === "attention" && data.counts.attention > 0,
        }))}
      />
      <div className="filters">
        <TaskFilters filter={filter} />
        <span className="grow" />
        <span className="mut sm nowrap">
          {words.rich("read", { age: () => <DataAge readAt={data.link.lastReadAt} /> })}
        </span>
      </div>
      {error instanceof FailureError && <FailureNotice failure={error.failure} />}
      {data.rows.length === 0 ? (
        <NoTasks filter={filter} clear={link({ tab: "all", type: null, search: "" })} mayCreate={mayCreate} />
      ) : (
        <TaskTable rows={data.rows} />
      )}
      <Pages filter={filter} total={data.total} link={(page) => link({ page })} />
    </>
  );
}
