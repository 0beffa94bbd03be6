"use client";
import { FileSpreadsheet, Group, ListChecks } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { DeviceListIntake } from "@/components/targets/device-list-intake";
import { Segmented } from "@/components/ui/choices";
import { Glyph } from "@/components/ui/glyph";
import { Skeleton } from "@/components/ui/skeleton";
import { taskTypes } from "@/lib/task-types/registry";
import type { TargetSetView } from "@/lib/tasks/draft";
import type { TargetWay } from "@/lib/tasks/targets";
import { FindDevices } from "./find-devices";
import { GroupPicker } from "./group-picker";
import { LookThrough } from "./look-through";
import { StepHeading } from "./step-heading";
import { TargetCheck } from "./target-check";
import { useIssue } from "./use-issue";
import { useWizard } from "./use-wizard";

const icons: { readonly [W in TargetWay]: React.ReactNode } = {
  groups: <Group className="ic" size={15} />,
  devices: <ListChecks className="ic" size={15} />,
  rows: <FileSpreadsheet className="ic" size={15} />,
};

/** Whom the task reaches: groups of the platform, or a list of device IDs. */
export function WhoStep() {
  const t = useTranslations("wizard.who");
  const kinds = useTranslations("kinds");
  const { type, form, values } = useWizard();
  // What was read is no longer what is kept: the panel that read it goes back to telling of the kept list.
  const [edits, setEdits] = useState(0);
  const edited = () => setEdits((before) => before + 1);
  const choose = (by: TargetWay) => form.setValue("targets.by", by, { shouldDirty: true });
  const choices = taskTypes[type].ways.map((way) => ({
    value: way,
    label: <Way icon={icons[way]} words={t(`ways.${way}`)} />,
  }));
  return (
    <>
      <StepHeading words={kinds(`${type}.who`)}>
        {choices.length > 1 && (
          <Segmented legend={t("by")} choices={choices} value={values.targets.by} onChange={choose} />
        )}
      </StepHeading>
      <div className="stack">
        {values.targets.by === "groups" ? (
          <GroupPicker onPasteInstead={() => choose("devices")} />
        ) : (
          <DeviceList edits={edits} onEdited={edited} />
        )}
        <TargetCheck onEdited={edited} />
      </div>
    </>
  );
}

const Way = ({ icon, words }: { icon: React.ReactNode; words: string }) => (
  <>
    {icon}
    {words}
  </>
);

function DeviceList({ edits, onEdited }: { edits: number; onEdited: () => void }) {
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
