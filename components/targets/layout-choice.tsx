import { useId } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/choices";
import { Select } from "@/components/ui/inputs";
import type { Choice, Column, ListVerdict } from "@/lib/target-files/verdict";

const EVERY = "every";

/** Which column holds the IDs, and whether the first line is a header. Another answer reads the list again. */
export function LayoutChoice({ verdict, onChoice }: { verdict: ListVerdict; onChoice: (choice: Choice) => void }) {
  const t = useTranslations("targets.layout");
  const id = useId();
  const { column, columns, header } = verdict;
  const name = (it: Column) => {
    const samples = it.samples.filter((sample) => sample !== "").join(", ");
    const hasSamples = samples !== "";
    if (it.name === null || it.name === "")
      return t(hasSamples ? "numbered" : "numberedEmpty", { number: it.index + 1, samples });
    return t(hasSamples ? "named" : "namedEmpty", { name: it.name, samples });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line px-4.5 py-2.5 text-sm">
      {columns.length > 1 && (
        <div className="flex min-w-0 flex-wrap items-center gap-2">
          <label htmlFor={id}>{t("column")}</label>
          <Select
            id={id}
            className="sm max-w-80"
            value={String(column)}
            onChange={({ currentTarget: { value } }) =>
              onChoice({ column: value === EVERY ? EVERY : Number(value), header })
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
      <Checkbox checked={header} onChange={({ currentTarget }) => onChoice({ header: currentTarget.checked, column })}>
        {t("header")}
      </Checkbox>
    </div>
  );
}
