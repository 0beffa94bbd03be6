import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Segmented } from "@/components/ui/choices";
import type { RowEdit } from "@/lib/target-files/rows/protocol";
import { ROWS_PAGE, type RowFilter, type RowsVerdict } from "@/lib/target-files/rows/verdict";
import { GridFoot } from "./grid-foot";
import { GridRow } from "./grid-row";
import { useRowPage } from "./use-row-page";
import type { RowActions } from "./use-rows";

type Props = {
  name: string;
  verdict: RowsVerdict;
  revision: number;
  page: RowActions["page"];
  onChange: (edits: readonly RowEdit[]) => void;
};

/** The rows as a table, a page at a time, with what is wrong in its cell, where it can be corrected. */
export function RowGrid({ name, verdict, revision, page, onChange }: Props) {
  const t = useTranslations("rows");
  const [filter, setFilter] = useState<RowFilter>(verdict.rejected > 0 ? "rejected" : "all");
  const [from, setFrom] = useState(0);
  const [reveal, setReveal] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const { rows, total } = useRowPage(page, { filter, from, reveal, revision });
  const columns = verdict.mapping.filter((column) => column !== null);
  const choices = (["rejected", "repeat", "all"] as const).map((value) => ({ value, label: t(`grid.${value}`) }));

  const change = (edit: RowEdit) => {
    // The field goes away with what was wrong; the keyboard stays in the table.
    table.current?.focus({ preventScroll: true });
    onChange([edit]);
  };
  return (
    <div className="border-t border-line">
      <div className="flex flex-wrap items-center justify-between gap-3 px-4.5 py-2.5">
        <Segmented
          small
          legend={t("grid.filter")}
          choices={choices}
          value={filter}
          onChange={(next) => {
            setFilter(next);
            setFrom(0);
          }}
        />
        {columns.includes("secret") && (
          <button type="button" className="lnk sm" aria-pressed={reveal} onClick={() => setReveal(!reveal)}>
            {t(reveal ? "grid.conceal" : "grid.reveal")}
          </button>
        )}
      </div>
      <div className="tbl-w">
        <table className="tbl tight focus-visible:outline-none" ref={table} tabIndex={-1}>
          <caption className="vh">{t("grid.caption", { name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("grid.line")}</th>
              <th scope="col">{t("grid.state")}</th>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <GridRow key={row.index} row={row} columns={columns} reveal={reveal} onChange={change} />
            ))}
          </tbody>
        </table>
      </div>
      <GridFoot from={from} shown={rows.length} total={total} step={ROWS_PAGE} onFrom={setFrom} />
    </div>
  );
}
