"use client";
import { useMemo, useState } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select, TextInput } from "@/components/ui/inputs";
import { Countdown, LocalTime } from "@/components/ui/local-time";
import { useNow } from "@/lib/i18n/use-now";
import { startProblem } from "@/lib/tasks/keeping";
import type { TaskView } from "@/lib/tasks/view";
import { toInstant, toWall, type WallTime, zonesFor } from "@/lib/tasks/zoned-time";
import type { Hold } from "./hold";
import { useAsk } from "./use-ask";

type Props = { task: TaskView; holdUntil: string; move: Hold["move"]; onClose: () => void };

/** Another hour for a start that is kept here, as a clock in any zone shows it. */
export function MoveDialog({ task, holdUntil, move, onClose }: Props) {
  const words = useTranslations("acting.held");
  const issues = useTranslations("failures.issue");
  const own = useTimeZone() ?? "UTC";
  const now = useNow();
  const zones = useMemo(() => zonesFor(new Date().toISOString()), []);
  const [schedule, setSchedule] = useState<WallTime>(() => toWall(holdUntil, own));
  const { busy, failure, run } = useAsk(onClose);
  const change = (part: Partial<WallTime>) => setSchedule({ ...schedule, ...part });
  const start = toInstant(schedule);
  const problem = start === null ? "start-missing" : startProblem(start.instant, now);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      title={words("dialog.move", { task: task.title })}
      description={words("dialogText.move")}
      actions={
        <>
          <Button onClick={onClose}>{words("keep.move")}</Button>
          <Button
            variant="primary"
            busy={busy}
            blocked={problem === null ? null : issues(problem)}
            onClick={() => run(() => move({ taskId: task.id, schedule }))}
          >
            {words("do.move")}
          </Button>
        </>
      }
    >
      <div className="dlg-fields">
        <div className="start">
          <Field label={words("date")} error={problem === null ? undefined : issues(problem)}>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                value={schedule.date}
                onChange={(event) => change({ date: event.target.value })}
              />
            )}
          </Field>
          <Field label={words("time")}>
            {(control) => (
              <TextInput
                {...control}
                type="time"
                step={60}
                value={schedule.time}
                onChange={(event) => change({ time: event.target.value })}
              />
            )}
          </Field>
          <Field label={words("zone")} className="zone">
            {(control) => (
              <Select {...control} value={schedule.zone} onChange={(event) => change({ zone: event.target.value })}>
                {zones.map(({ zone, offset }) => (
                  <option key={zone} value={zone}>
                    {zone} ({offset})
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        {start !== null && problem === null && (
          <p className="sm ink2" aria-live="polite">
            {words.rich("moved", {
              at: () => <LocalTime at={start.instant} />,
              left: () => <Countdown to={start.instant} />,
            })}
          </p>
        )}
        {failure !== null && <FailureNotice failure={failure} urgent />}
      </div>
    </Dialog>
  );
}
