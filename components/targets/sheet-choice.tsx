import { useId } from "react";
import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/inputs";
import type { WorkbookFacts } from "@/lib/target-files/verdict";

type Props = { workbook: WorkbookFacts | null; onSheet: (index: number) => void };

/** Which sheet of a workbook is read; nothing where there is only one. */
export function SheetChoice({ workbook, onSheet }: Props) {
  const t = useTranslations("targets.book");
  const id = useId();
  if (workbook === null || workbook.sheets.length < 2) return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2">
      <label htmlFor={id}>{t("sheet")}</label>
      <Select
        id={id}
        className="sm max-w-60"
        value={String(workbook.sheet)}
        onChange={({ currentTarget }) => onSheet(Number(currentTarget.value))}
      >
        {workbook.sheets.map(({ name, hidden }, index) => (
          <option key={name} value={index}>
            {hidden ? t("hiddenSheet", { name }) : name}
          </option>
        ))}
      </Select>
    </div>
  );
}
