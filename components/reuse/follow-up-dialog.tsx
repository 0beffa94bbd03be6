"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/choices";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/inputs";
import { useFormat } from "@/lib/i18n/client";
import type { NonEmpty } from "@/lib/tasks/targets";
import type { TaskType } from "@/lib/tasks/task-type";
import type { TaskView } from "@/lib/tasks/view";
import type { FollowUpScope } from "./actions";
import { type DeviceSet, deviceSets } from "./device-choices";
import { useReusing } from "./reuse-provider";
import { usePrepare } from "./use-prepare";

type Props = {
  task: TaskView;
  /** Exactly these devices; null lets the person choose by state. */
  deviceIds: NonEmpty<string> | null;
  onClose: () => void;
};

const ALL = "all";
const keyOf = ({ status }: DeviceSet) => status ?? ALL;

/** Asks what some of a task's devices should do next, and makes a draft for exactly those. */
export function FollowUpDialog({ task, deviceIds, onClose }: Props) {
  const words = useTranslations("reuse.followUp");
  const names = useTranslations("words");
  const format = useFormat();
  const reusing = useReusing();
  const registers = reusing?.facts.registers ?? false;
  const sets = deviceSets(task.progress, registers);
  const types = reusing?.facts.followUps ?? [];
  const [chosen, setChosen] = useState(sets[0] ?? null);
  const [type, setType] = useState<TaskType | null>(() => types.find((one) => one === task.type) ?? types[0] ?? null);
  const { busy, failure, prepare } = usePrepare();
  const count = deviceIds === null ? (chosen?.count ?? null) : deviceIds.length;
  const run = () => {
    if (reusing === null || type === null || chosen === null) return;
    const scope: FollowUpScope =
      deviceIds === null ? { of: "status", status: chosen.status } : { of: "devices", deviceIds: deviceIds.join("\n") };
    void prepare(() => reusing.actions.followUp({ taskId: task.id, type, scope }));
  };
  const label = (set: DeviceSet) => {
    const name = set.status === null ? words("all") : registers ? words("registered") : names(`subTask.${set.status}`);
    return set.count === null ? name : words("state", { name, count: format.number(set.count) });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !busy && onClose()}
      title={words("title")}
      description={words("body")}
      actions={
        <>
          <Button onClick={onClose}>{words("keep")}</Button>
          <Button variant="primary" busy={busy} blocked={type === null ? words("noType") : null} onClick={run}>
            {count === null ? words("do") : words("doCount", { count })}
          </Button>
        </>
      }
    >
      <div className="dlg-fields">
        {deviceIds === null && sets.length > 1 && (
          <RadioCards
            legend={words("which")}
            value={chosen === null ? null : keyOf(chosen)}
            choices={sets.map((set) => ({ value: keyOf(set), label: label(set) }))}
            onChange={(key) => setChosen(sets.find((set) => keyOf(set) === key) ?? null)}
          />
        )}
        <Field label={words("type")} hint={words(type === task.type ? "sameType" : "otherType")}>
          {(control) => (
            <Select
              {...control}
              value={type ?? ""}
              onChange={({ target }) => setType(types.find((one) => one === target.value) ?? null)}
            >
              {types.map((one) => (
                <option key={one} value={one}>
                  {names(`type.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {busy && deviceIds === null && <p className="ink2 sm">{words("reading")}</p>}
        {failure !== null && <FailureNotice failure={failure} urgent />}
      </div>
    </Dialog>
  );
}
