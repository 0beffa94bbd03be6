"use client";
import { FileSpreadsheet, Group, ListChecks } from "lucide-react";
import { type ComponentType, useState } from "react";
import { useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/choices";
import { taskTypes } from "@/lib/task-types/registry";
import type { TargetWay } from "@/lib/tasks/targets";
import { DeviceList } from "./device-list";
import { GroupPicker } from "./group-picker";
import { RowSheet } from "./row-sheet";
import { StepHeading } from "./step-heading";
import { TargetCheck } from "./target-check";
import { useWizard } from "./use-wizard";

const icons: { readonly [W in TargetWay]: React.ReactNode } = {
  groups: <Group className="ic" size={15} />,
  devices: <ListChecks className="ic" size={15} />,
  rows: <FileSpreadsheet className="ic" size={15} />,
};

type PaneProps = { edits: number; onEdited: () => void; onPasteInstead: () => void };

const panes: { readonly [W in TargetWay]: ComponentType<PaneProps> } = {
  groups: GroupPicker,
  devices: DeviceList,
  rows: RowSheet,
};

/** Whom the task reaches: groups of the platform, a list of device IDs, or the rows of a spreadsheet. */
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
  const Pane = panes[values.targets.by];
  return (
    <>
      <StepHeading words={kinds(`${type}.who`)}>
        {choices.length > 1 && (
          <Segmented legend={t("by")} choices={choices} value={values.targets.by} onChange={choose} />
        )}
      </StepHeading>
      <div className="stack">
        <Pane edits={edits} onEdited={edited} onPasteInstead={() => choose("devices")} />
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
