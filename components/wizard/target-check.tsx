"use client";
import { useTranslations } from "use-intl";
import { PreflightFindings, PreflightPanel } from "@/components/preflight/preflight-panel";
import { Glyph } from "@/components/ui/glyph";
import type { LeftOut } from "@/lib/tasks/preflight";
import { useWizard } from "./use-wizard";

/** The saved draft as the check wants it, and what happens to the form when devices were left out of it. */
function useCheck(onEdited?: () => void) {
  const { draft, form, values } = useWizard();
  const { packageId, command, shadow, targets } = values;
  const onLeftOut = (left: LeftOut) => {
    const before = { targets: form.getValues("targets"), targetSet: draft.targetSet, rowSet: draft.rowSet };
    const write = (to: typeof before) => {
      draft.setTargetSet(to.targetSet);
      draft.setRowSet(to.rowSet);
      form.setValue("targets", to.targets, { shouldValidate: true, shouldDirty: true });
      onEdited?.();
    };
    write(
      left.by === "rows"
        ? { ...before, targets: { ...before.targets, rowSetId: left.set.id }, rowSet: left.set }
        : { ...before, targets: { ...before.targets, by: "devices", targetSetId: left.set.id }, targetSet: left.set },
    );
    return () => write(before);
  };
  const subject = JSON.stringify([packageId, productOf(command), productOf(shadow), targets]);
  return { draftId: draft.id, subject, saved: draft.state.kind === "clean", onLeftOut };
}

const productOf = (own: unknown): unknown =>
  typeof own === "object" && own !== null && "productId" in own ? own.productId : null;

/** What is known of the chosen devices, under where they are chosen; `onEdited` when some of them were left out. */
export function TargetCheck({ onEdited }: { onEdited: () => void }) {
  const { reach } = useWizard();
  const t = useTranslations("wizard.who");
  const check = useCheck(onEdited);
  if (reach === null) return null;
  if (reach.count === 0)
    return (
      <div className="chk-l" role="alert">
        <p>
          <Glyph kind="partly" />
          <span>{t("nobody")}</span>
        </p>
      </div>
    );
  return <PreflightPanel {...check} />;
}

/** The same, told once more before the task is sent. */
export function ReviewChecks() {
  const { reach } = useWizard();
  const check = useCheck();
  return reach === null ? null : <PreflightFindings {...check} />;
}
