import { useId } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/choices";
import { Select } from "@/components/ui/inputs";
import { Notice } from "@/components/ui/notice";
import { isColumnName, ROW_COLUMNS } from "@/lib/target-files/columns";
import type { RowChoice, RowsVerdict } from "@/lib/target-files/rows/verdict";
import type { RowKind } from "@/lib/tasks/targets";
import { SheetChoice } from "../sheet-choice";
import { useColumnName } from "../use-column-name";

type Props = { kind: RowKind; verdict: RowsVerdict; onChoice: (choice: RowChoice) => void };

/** Which column is which: found by the header, or chosen by the person. Another answer reads the spreadsheet again. */
export function ColumnMapping({ kind, verdict, onChoice }: Props) {
  const t = useTranslations("rows");
  const format = useFormatter();
  const { mapping, missing, header, workbook } = verdict;
  const sheet = workbook === null ? {} : { sheet: workbook.sheet };
  const choose = (at: number, value: string) => {
    const chosen = isColumnName(kind, value) ? value : null;
    // A column that was another one's before moves: no two are the same.
    const next = mapping.map((name, other) => (other === at ? chosen : name === chosen ? null : name));
    onChoice({ ...sheet, header, mapping: next });
  };
  const fields = (
    <div className="grid gap-x-6 gap-y-2 px-4.5 py-2.5 text-sm sm:grid-cols-2 xl:grid-cols-3">
      {verdict.columns.map((column, at) => (
        <ColumnSelect
          key={column.index}
          kind={kind}
          column={column}
          value={mapping[at] ?? ""}
          onChange={(value) => choose(at, value)}
        />
      ))}
    </div>
  );
  return (
    <div className="border-t border-line">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4.5 py-2.5 text-sm">
        <SheetChoice workbook={workbook} onSheet={(index) => onChoice({ sheet: index })} />
        <Checkbox
          checked={header}
          onChange={({ currentTarget }) => onChoice({ ...sheet, header: currentTarget.checked })}
        >
          {t("mapping.header")}
        </Checkbox>
      </div>
      {missing.length > 0 ? (
        <>
          <Notice tone="attn" glyph="partly" title={t("mapping.title")}>
            <p>{t("mapping.hint", { missing: format.list(missing.map((name) => t(`columns.${name}`))) })}</p>
          </Notice>
          {fields}
        </>
      ) : (
        <details className="px-4.5 pb-2.5 text-sm">
          <summary className="lnk cursor-pointer">{t("mapping.show")}</summary>
          <div className="-mx-4.5">{fields}</div>
        </details>
      )}
    </div>
  );
}

type SelectProps = {
  kind: RowKind;
  column: RowsVerdict["columns"][number];
  value: string;
  onChange: (value: string) => void;
};

function ColumnSelect({ kind, column, value, onChange }: SelectProps) {
  const t = useTranslations("rows");
  const id = useId();
  const isSecret = ROW_COLUMNS[kind].some(({ name, secret }) => name === value && secret);
  const name = useColumnName()(isSecret ? { ...column, samples: [] } : column);
  return (
    <div className="grid min-w-0 gap-1">
      <label className="truncate" htmlFor={id}>
        {t("mapping.column", { name })}
      </label>
      <Select id={id} className="sm" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">{t("mapping.notRead")}</option>
        {ROW_COLUMNS[kind].map(({ name }) => (
          <option key={name} value={name}>
            {t(`columns.${name}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}
