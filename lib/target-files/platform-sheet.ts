import type { RowKind } from "@/lib/tasks/targets";
import type { ColumnName } from "./columns";
import type { RowSheet } from "./row-sheet";
import type { ListSource } from "./source";
import { columnsWithoutPlace, readTemplateHeader, type TemplateProblem, templateRows } from "./template-header";
import type { Sheet } from "./write-workbook";

/** Rows as the platform's workbook holds them. */
type PlatformSheet = Omit<Sheet, "rows"> & { rows: readonly (readonly string[])[] };

/** `no-place`: the rows say something in columns that the operator's template does not have, and it would be lost. */
type SheetProblem = TemplateProblem | { kind: "no-place"; columns: readonly ColumnName[] };

/** What the sheet is called where no template says otherwise. */
const SHEET = "Devices";

/**
 * Lays rows out for the platform: under the names of the API's parameters, or as the operator's template (null: there is
 * none) has it. Inferred: that the names of the parameters are taken. IoTDA reference: CreateBatchTask, its templates.
 */
export async function platformSheet(
  kind: RowKind,
  rows: RowSheet,
  template: ListSource | null,
): Promise<{ ok: true; sheet: PlatformSheet } | { ok: false; problem: SheetProblem }> {
  if (template === null) return { ok: true, sheet: { sheet: SHEET, header: rows.columns, rows: rows.rows } };
  const read = await readTemplateHeader(kind, template);
  if (!read.ok) return read;
  const lost = columnsWithoutPlace(read.template, rows);
  if (lost.length > 0) return { ok: false, problem: { kind: "no-place", columns: lost } };
  const { sheet, above, header } = read.template;
  return { ok: true, sheet: { sheet, above, header, rows: [...templateRows(read.template, rows)] } };
}
