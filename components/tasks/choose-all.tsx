import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { type Failure, FailureError } from "@/lib/failure";
import { readAllSubTasks } from "@/lib/queries/tasks";
import type { SubTaskStatus } from "@/lib/tasks/status";
import type { TaskView } from "@/lib/tasks/view";
import { type Chosen, choose, NOBODY } from "./chosen";

type Props = {
  task: TaskView;
  status: SubTaskStatus | null;
  chosen: number;
  total: number;
  onChosen: (chosen: Chosen) => void;
};

/** Choosing every match is a second, explicit step: all of them are read first, so that exactly those are acted on. */
export function ChooseAll({ task, status, chosen, total, onChosen }: Props) {
  const words = useTranslations("acting");
  const [read, setRead] = useState<number | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), []);

  const run = async () => {
    const abort = new AbortController();
    reading.current = abort;
    setFailure(null);
    setRead(0);
    try {
      const all = await readAllSubTasks(task.id, { status, device: "" }, setRead, abort.signal);
      onChosen(choose(NOBODY, all, true));
    } catch (error) {
      if (abort.signal.aborted) return;
      if (!(error instanceof FailureError)) throw error;
      setFailure(error.failure);
    } finally {
      setRead(null);
    }
  };

  return (
    <div className="choose-all" role="status">
      <span>{read === null ? words("chosenOf", { chosen, total }) : words("reading", { read, total })}</span>
      {read === null ? (
        <Button size="sm" onClick={run}>
          {words("chooseAll", { total })}
        </Button>
      ) : (
        <Button size="sm" onClick={() => reading.current?.abort()}>
          {words("stopReading")}
        </Button>
      )}
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
