"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import type { Failure } from "@/lib/failure";
import { useFormat } from "@/lib/i18n/client";
import { routes } from "@/lib/routes";
import { planForAll, planForDevices } from "@/lib/tasks/act-plan";
import type { ActionVerb } from "@/lib/tasks/action";
import type { NonEmpty } from "@/lib/tasks/targets";
import type { TaskView } from "@/lib/tasks/view";
import type { Act } from "./ask";
import { Fates } from "./fates";

type Props = {
  task: TaskView;
  verb: ActionVerb;
  /** Exactly these devices; null means all that the action reaches, which is another word all the way down. */
  deviceIds: NonEmpty<string> | null;
  act: Act;
  onClose: () => void;
};

const MAX_REASON = 500;

/** Says what will happen to devices not started, in the middle and done, asks why, and only then acts. */
export function ActDialog({ task, verb, deviceIds, act, onClose }: Props) {
  const words = useTranslations("acting");
  const format = useFormat();
  const router = useRouter();
  const [actionId] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState("");
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const plan = deviceIds === null ? planForAll(verb, task.progress) : planForDevices(verb, deviceIds.length);
  const matches = plan.typed === null || typed.replace(/[\s,.]/g, "") === String(plan.typed);
  const count = plan.devices === null ? null : format.number(plan.devices);

  const run = async () => {
    setBusy(true);
    const scope =
      deviceIds === null ? { of: "all" as const } : { of: "devices" as const, deviceIds: deviceIds.join("\n") };
    const result = await act({ taskId: task.id, actionId, verb, scope, reason: reason.trim() });
    setBusy(false);
    if (!result.ok) return setFailure(result.failure);
    onClose();
    if (verb === "delete" && result.value.state === "done") router.push(routes.tasks());
    return undefined;
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      title={words(`title.${verb}`, { task: task.title })}
      description={words(deviceIds === null ? `text.${verb}` : `textDevices.${verb}`, { count: plan.devices ?? 0 })}
      actions={
        <>
          <Button onClick={onClose}>{words(`keep.${verb}`)}</Button>
          <Button
            variant={verb === "stop" || verb === "delete" ? "danger-solid" : "primary"}
            busy={busy}
            blocked={matches ? null : words("typeFirst")}
            onClick={run}
          >
            {count === null || verb === "delete"
              ? words(`do.${verb}`)
              : words(`doCount.${verb}`, { count: plan.devices ?? 0 })}
          </Button>
        </>
      }
    >
      <Fates plan={plan} />
      <div className="dlg-fields">
        <Field label={words("reason")} aside={words("reasonAside")}>
          {(control) => (
            <TextInput
              {...control}
              value={reason}
              maxLength={MAX_REASON}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        {plan.typed !== null && (
          <Field label={words("howMany")} hint={words("howManyHint", { count: plan.typed })}>
            {(control) => (
              <TextInput
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        )}
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
    </Dialog>
  );
}
