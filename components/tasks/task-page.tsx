"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FailureNotice } from "@/components/failure/failure-notice";
import { FailureError, type Result } from "@/lib/failure";
import { taskKeys, taskQuery } from "@/lib/queries/tasks";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { TaskView } from "@/lib/tasks/view";
import type { Act } from "./acting/ask";
import { ActivityPanel } from "./activity-panel";
import { DevicesPanel } from "./devices-panel";
import { FactsPanel } from "./facts-panel";
import type { Hold } from "./held/hold";
import { PartsPanel } from "./parts-panel";
import { ProgressPanel } from "./progress-panel";
import { RegisteredPanel } from "./registered-panel";
import { TaskHeader } from "./task-header";
import { type Settle, TaskNotices } from "./task-notices";

type Props = { initial: TaskView; act: Act; settle: Settle; hold: Hold; mayAct: boolean; maySeeSecrets: boolean };

/** One task: how it stands, how far it is, what happened to each device, and what can be done about it. */
export function TaskPage({ initial, act, settle, hold, mayAct, maySeeSecrets }: Props) {
  const client = useQueryClient();
  const { data: task, error } = useQuery({ ...taskQuery(initial.id), initialData: initial });
  const [status, setStatus] = useState<SubTaskStatus | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: taskKeys.detail(task.id) });
  const actAndLook: Act = async (request) => {
    const result = await act(request);
    await refresh();
    return result;
  };
  const looking =
    <Of,>(run: (of: Of) => Promise<Result<null>>) =>
    async (of: Of) => {
      const result = await run(of);
      await refresh();
      return result;
    };
  const holdAndLook: Hold = { cancel: looking(hold.cancel), move: looking(hold.move), start: looking(hold.start) };
  return (
    <>
      <TaskHeader task={task} act={actAndLook} mayAct={mayAct} />
      {error instanceof FailureError && <FailureNotice failure={error.failure} />}
      <TaskNotices task={task} settle={looking(settle)} hold={holdAndLook} mayAct={mayAct} />
      <PartsPanel task={task} />
      <ProgressPanel task={task} status={status} onStatus={setStatus} />
      <div className="cols task-c">
        <div className="stack">
          <DevicesPanel task={task} status={status} onStatus={setStatus} act={actAndLook} mayAct={mayAct} />
        </div>
        <div className="stack">
          <RegisteredPanel task={task} maySeeSecrets={maySeeSecrets} />
          <ActivityPanel actions={task.actions} />
          <FactsPanel task={task} />
        </div>
      </div>
    </>
  );
}
