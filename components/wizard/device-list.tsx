"use client";
import { useTranslations } from "use-intl";
import { DeviceListIntake } from "@/components/targets/device-list-intake";
import { Glyph } from "@/components/ui/glyph";
import { Skeleton } from "@/components/ui/skeleton";
import type { TargetSetView } from "@/lib/tasks/draft";
import { FindDevices } from "./find-devices";
import { LookThrough } from "./look-through";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";

type Props = {
  /** Grows with every change that was made to the kept list itself. */
  edits: number;
  onEdited: () => void;
};

/** A list of device IDs: read from a file, pasted, found on the platform, and looked through. */
export function DeviceList({ edits, onEdited }: Props) {
  const t = useTranslations("wizard.who");
  const { draft, form, values, chosen } = useWizard();
  const issue = useIssue("targets.targetSetId");
  const store = (stored: TargetSetView) => {
    draft.setTargetSet(stored);
    form.setValue("targets.targetSetId", stored.id, { shouldValidate: true, shouldDirty: true });
  };
  const storeEdited = (stored: TargetSetView) => {
    onEdited();
    store(stored);
  };
  return (
    <>
      {issue !== undefined && (
        <p className="fld-e" role="alert">
          <Glyph kind="failed" />
          <span>{issue}</span>
        </p>
      )}
      {draft.id === null ? (
        <Skeleton rows={3} label={t("preparing")} />
      ) : (
        <DeviceListIntake
          key={edits}
          draftId={draft.id}
          targetSet={draft.targetSet}
          onStored={store}
          productName={chosen?.productName}
        />
      )}
      {draft.id !== null && <FindDevices draftId={draft.id} targetSet={draft.targetSet} onStored={storeEdited} />}
      {draft.id !== null && draft.targetSet !== null && values.targets.targetSetId === draft.targetSet.id && (
        <LookThrough draftId={draft.id} targetSet={draft.targetSet} onStored={storeEdited} />
      )}
    </>
  );
}
