import { useId } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/choices";
import { Select } from "@/components/ui/inputs";
import type { Choice, ListVerdict } from "@/lib/target-files/verdict";
import { SheetChoice } from "./sheet-choice";
import { useColumnName } from "./use-column-name";

const EVERY = "every";

/** Which sheet and column hold the IDs, and whether the first line is a header. Another answer reads the list again. */
export function LayoutChoice({ verdict, onChoice }: { verdict: ListVerdict; onChoice: (choice: Choice) => void }) {
  const t = useTranslations("targets.layout");
  const name = useColumnName();
  const id = useId();
  const { column, columns, header, workbook } = verdict;
  const sheet = workbook === null ? {} : { sheet: workbook.sheet };
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line px-4.5 py-2.5 text-sm">
      <SheetChoice workbook={workbook} onSheet={(index) => onChoice({ sheet: index })} />
      {columns.length > 1 && (
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <label htmlFor={id}>{t("column")}</label>
          <Select
            id={id}
            className="sm max-w-80"
            value={String(column)}
            onChange={({ currentTarget: { value } }) =>
              onChoice({ ...sheet, column: value === EVERY ? EVERY : Number(value), header })
            }
          >
            {columns.map((it) => (
              <option key={it.index} value={it.index}>
                {name(it)}
              </option>
            ))}
            <option value={EVERY}>{t("every")}</option>
          </Select>
        </div>
      )}
      <Checkbox
        checked={header}
        onChange={({ currentTarget }) => onChoice({ ...sheet, header: currentTarget.checked, column })}
      >
        {t("header")}
      </Checkbox>
    </div>
  );
}
