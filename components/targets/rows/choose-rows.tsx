import { FileSpreadsheet } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ROW_COLUMNS } from "@/lib/target-files/columns";
import { MAX_ROWS } from "@/lib/target-files/row-sheet";
import type { RowKind } from "@/lib/tasks/targets";

type Props = { kind: RowKind; templateHref: string; maxRows: number; onPick: () => void; onPaste: () => void };

/** Nothing is there yet: which columns are needed, the limits, and a template to begin with. */
export function ChooseRows({ kind, templateHref, maxRows, onPick, onPaste }: Props) {
  const t = useTranslations("rows");
  const targets = useTranslations("targets");
  const format = useFormatter();
  const named = (isRequired: boolean) =>
    format.list(
      ROW_COLUMNS[kind]
        .filter(({ required }) => (required === true) === isRequired)
        .map(({ name }) => t(`columns.${name}`)),
    );
  const required = named(true);
  const optional = named(false);
  return (
    <div className="m-3 grid justify-items-center gap-1 rounded-sm border border-dashed border-control px-6 py-9 text-center">
      <span className="tile mb-2">
        <FileSpreadsheet className="ic" size={18} aria-hidden />
      </span>
      <h3 className="h2">{t(`choose.${kind}`)}</h3>
      <p className="sm mut max-w-xl">
        {optional === "" ? t("choose.needsOnly", { required }) : t("choose.needs", { required, optional })}
      </p>
      <p className="sm mut max-w-xl">{t("choose.limits", { limit: maxRows, most: MAX_ROWS })}</p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        <Button onClick={onPick}>{targets("choose.file")}</Button>
        <Button onClick={onPaste}>{targets("choose.paste")}</Button>
      </div>
      <a className="lnk sm mt-2" href={templateHref} download>
        {t("choose.template")}
      </a>
    </div>
  );
}
