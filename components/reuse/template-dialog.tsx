"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/inputs";
import { toast } from "@/components/ui/toaster";
import type { Failure } from "@/lib/failure";
import { MAX_TEMPLATE_NAME, TEMPLATE_PARTS, type TemplatePart } from "@/lib/tasks/origin";
import type { TaskView } from "@/lib/tasks/view";
import { useReusing } from "./reuse-provider";

/** Names a template and says what is asked each time. */
export function TemplateDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const words = useTranslations("reuse.template");
  const reusing = useReusing();
  // Rows of a spreadsheet are erased with their task, so that they are always asked for anew.
  const always: readonly TemplatePart[] = reusing?.facts.takesRows ? ["targets"] : [];
  const [name, setName] = useState(task.title.slice(0, MAX_TEMPLATE_NAME));
  const [open, setOpen] = useState<readonly TemplatePart[]>(["title", ...always]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    if (reusing === null) return;
    setBusy(true);
    const saved = await reusing.actions.saveTemplate({ taskId: task.id, name: name.trim(), open }).catch(() => null);
    setBusy(false);
    if (saved === null) return setFailure({ kind: "unreachable", host: location.host, cause: "cut" });
    if (!saved.ok) return setFailure(saved.failure);
    toast({ kind: "done", message: words("saved", { name: name.trim() }) });
    return onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(shown) => !shown && !busy && onClose()}
      title={words("title")}
      description={words("body")}
      actions={
        <>
          <Button onClick={onClose}>{words("keep")}</Button>
          <Button
            variant="primary"
            busy={busy}
            blocked={name.trim() === "" ? words("nameless") : null}
            onClick={() => void save()}
          >
            {words("do")}
          </Button>
        </>
      }
    >
      <div className="dlg-fields">
        <Field label={words("name")} count={words("count", { length: name.length, most: MAX_TEMPLATE_NAME })}>
          {(control) => (
            <TextInput
              {...control}
              value={name}
              maxLength={MAX_TEMPLATE_NAME}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <fieldset className="stack-s">
          <legend className="fld-l">{words("open")}</legend>
          {TEMPLATE_PARTS.map((part) => (
            <Checkbox
              key={part}
              checked={open.includes(part)}
              disabled={always.includes(part)}
              onChange={({ target }) =>
                setOpen(TEMPLATE_PARTS.filter((one) => (one === part ? target.checked : open.includes(one))))
              }
            >
              {words(`part.${part}`)}
            </Checkbox>
          ))}
        </fieldset>
        <p className="fld-h">{words(always.length > 0 ? "rowsNote" : "startNote")}</p>
        {failure !== null && <FailureNotice failure={failure} urgent />}
      </div>
    </Dialog>
  );
}
