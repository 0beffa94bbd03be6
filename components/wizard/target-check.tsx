"use client";
import { useTranslations } from "use-intl";
import { PreflightFindings, PreflightPanel } from "@/components/preflight/preflight-panel";
import { Glyph } from "@/components/ui/glyph";
import type { TargetSetView } from "@/lib/tasks/draft";
import { useWizard } from "./use-wizard";

/** The saved draft as the check wants it, and what happens to the form when devices were left out of it. */
function useCheck() {
  const { draft, form, values } = useWizard();
  const { packageId, command, shadow, targets } = values;
  const onLeftOut = (set: TargetSetView) => {
    const before = { targets: form.getValues("targets"), set: draft.targetSet };
    const write = (to: typeof before) => {
      draft.setTargetSet(to.set);
      form.setValue("targets", to.targets, { shouldValidate: true, shouldDirty: true });
    };
    write({ targets: { ...before.targets, by: "devices", targetSetId: set.id }, set });
    return () => write(before);
  };
  const subject = JSON.stringify([packageId, productOf(command), productOf(shadow), targets]);
  return { draftId: draft.id, subject, saved: draft.state.kind === "clean", onLeftOut };
}

const productOf = (own: unknown): unknown =>
  typeof own === "object" && own !== null && "productId" in own ? own.productId : null;

/** What is known of the chosen devices, under where they are chosen. */
export function TargetCheck() {
  const { reach } = useWizard();
  const t = useTranslations("wizard.who");
  const check = useCheck();
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
