import { useInfiniteQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/choices";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { FailureError } from "@/lib/failure";
import { subTasksQuery } from "@/lib/queries/tasks";
import type { SubTaskStatus } from "@/lib/tasks/status";
import { DEVICE_ID } from "@/lib/tasks/targets";
import type { TaskView } from "@/lib/tasks/view";
import type { Act } from "./acting/ask";
import { DeviceSelection } from "./acting/device-selection";
import { ChooseAll } from "./choose-all";
import { type Chosen, NOBODY } from "./chosen";
import { SubTaskTable } from "./sub-task-table";

/** Rows that come with one page of the platform's. */
const PAGE = 50;

/** States offered as one press; the legend above reaches the others. */
const OFFERED = ["Fail", "FailWaitRetry", "Processing"] as const satisfies readonly SubTaskStatus[];

type Props = {
  task: TaskView;
  status: SubTaskStatus | null;
  onStatus: (status: SubTaskStatus | null) => void;
  act: Act;
  mayAct: boolean;
};

/** What happened to each device: filtered by state or found by its exact id, with the platform's reason and advice. */
export function DevicesPanel({ task, status, onStatus, act, mayAct }: Props) {
  const words = useTranslations("tasks");
  const names = useTranslations("words");
  const [device, setDevice] = useState("");
  const [chosen, setChosen] = useState<Chosen>(NOBODY);
  const wellFormed = device === "" || DEVICE_ID.test(device);
  const query = useInfiniteQuery({
    ...subTasksQuery(task, { status, device: wellFormed ? device : "" }),
    enabled: task.platformId !== null && wellFormed,
  });
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.items);
  const total = pages[0]?.total ?? null;
  const choices: readonly (SubTaskStatus | "all")[] =
    status === null || OFFERED.some((state) => state === status) ? ["all", ...OFFERED] : ["all", ...OFFERED, status];
  const change = (next: SubTaskStatus | null) => {
    setChosen(NOBODY);
    onStatus(next);
  };
  if (task.platformId === null) return null;
  return (
    <Panel
      title={words("devicesTitle")}
      className="clip"
      end={
        <SearchInput
          label={words("findDevice")}
          placeholder={words("findDevice")}
          icon={<Search size={16} aria-hidden="true" />}
          value={device}
          onChange={(event) => setDevice(event.target.value.trim())}
          aria-invalid={!wellFormed}
        />
      }
    >
      <div className="dev-f">
        <Segmented
          small
          legend={words("stateFilter")}
          value={status ?? "all"}
          choices={choices.map((state) => ({
            value: state,
            label: state === "all" ? words("allStates") : names(`subTask.${state}`),
          }))}
          onChange={(state) => change(state === "all" ? null : state)}
        />
        {!wellFormed && (
          <p className="fld-e" role="alert">
            {words("badDeviceId")}
          </p>
        )}
      </div>
      {query.error instanceof FailureError && <FailureNotice failure={query.error.failure} />}
      {query.isPending && wellFormed && <Skeleton rows={5} label={words("loadingDevices")} />}
      {mayAct && chosen.size > 0 && total !== null && chosen.size < total && device === "" && (
        <ChooseAll key={status} task={task} status={status} chosen={chosen.size} total={total} onChosen={setChosen} />
      )}
      {rows.length > 0 && <SubTaskTable rows={rows} task={task} chosen={chosen} onChosen={mayAct ? setChosen : null} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyState picture="none" title={words(device === "" ? "noDevices" : "deviceNotInTask")} />
      )}
      {rows.length > 0 && (
        <div className="foot row dev-foot">
          <span>
            {total === null
              ? words("rowsOfUnknown", { shown: rows.length })
              : words("rowsOf", { shown: rows.length, total })}
          </span>
          {query.hasNextPage && (
            <Button size="sm" busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
              {words("showMore", { count: total === null ? PAGE : Math.min(PAGE, total - rows.length) })}
            </Button>
          )}
        </div>
      )}
      {mayAct && <DeviceSelection task={task} chosen={chosen} onChosen={setChosen} act={act} />}
    </Panel>
  );
}
