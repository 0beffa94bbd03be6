"use client";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { TaskView } from "@/lib/tasks/view";
import type { Hold } from "./hold";
import { useAsk } from "./use-ask";

type Props = { task: TaskView; verb: "cancel" | "start"; act: Hold["cancel"]; onClose: () => void };

/** Asks before a start that is kept here is ended, or made now. */
export function HeldDialog({ task, verb, act, onClose }: Props) {
  const words = useTranslations("acting.held");
  const { busy, failure, run } = useAsk(onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !busy) onClose();
      }}
      title={words(`dialog.${verb}`, { task: task.title })}
      description={words(`dialogText.${verb}`)}
      actions={
        <>
          <Button onClick={onClose}>{words(`keep.${verb}`)}</Button>
          <Button
            variant={verb === "cancel" ? "danger-solid" : "primary"}
            busy={busy}
            onClick={() => run(() => act({ taskId: task.id }))}
          >
            {words(`do.${verb}`)}
          </Button>
        </>
      }
    >
      {failure !== null && (
        <div className="dlg-fields">
          <FailureNotice failure={failure} urgent />
        </div>
      )}
    </Dialog>
  );
}
