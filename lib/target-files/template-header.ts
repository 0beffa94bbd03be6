import type { RowKind } from "@/lib/tasks/targets";
import { type ColumnName, columnOfHeader, missingColumns } from "./columns";
import type { ListSource } from "./source";
import { type RefusalReason, RefusedList } from "./verdict";
import { openBook } from "./workbook/book";

/**
 * How an official template wants its rows: the sheet's name, what stands above the header, the header as it is written
 * there, and which of our columns each of its cells takes; null for a column that we have nothing for.
 */
export type TemplateHeader = {
  sheet: string;
  above: readonly (readonly string[])[];
  header: readonly string[];
  columns: readonly (ColumnName | null)[];
};

/** Why a template can not be used. `missing`: no sheet has a header with all required columns; which ones it lacks. */
export type TemplateProblem =
  | { kind: "unreadable"; reason: RefusalReason }
  | { kind: "missing"; columns: readonly ColumnName[] };

/** Rows that are searched for the header, below whatever instructions a template begins with. */
const SEARCHED_ROWS = 50;
const never = new AbortController().signal;

/** Reads the official template that an operator provides. Its example rows are not kept. */
export async function readTemplateHeader(
  kind: RowKind,
  source: ListSource,
): Promise<{ ok: true; template: TemplateHeader } | { ok: false; problem: TemplateProblem }> {
  try {
    const book = await openBook(source);
    let best: readonly ColumnName[] = missingColumns(kind, []);
    for (const [index, { name: sheet }] of book.sheets.entries()) {
      const rows = await firstRows(book, index);
      for (const [at, header] of rows.entries()) {
        const columns = columnsOf(kind, header);
        const missing = missingColumns(
          kind,
          columns.filter((column) => column !== null),
        );
        if (missing.length === 0) return { ok: true, template: { sheet, above: rows.slice(0, at), header, columns } };
        if (missing.length < best.length) best = missing;
      }
    }
    return { ok: false, problem: { kind: "missing", columns: best } };
  } catch (error) {
    if (!(error instanceof RefusedList)) throw error;
    return { ok: false, problem: { kind: "unreadable", reason: error.refusal.reason } };
  }
}

/** The rows of a kind, laid out as the template wants them. What it has no column for is left out. */
export function* templateRows(
  { columns }: TemplateHeader,
  sheet: { columns: readonly ColumnName[]; rows: Iterable<readonly string[]> },
): Generator<readonly string[]> {
  const places = columns.map((column) => (column === null ? -1 : sheet.columns.indexOf(column)));
  for (const cells of sheet.rows) yield places.map((place) => cells[place] ?? "");
}

/** Columns of the rows that hold something and for which the template has no place: they would be lost. */
export const columnsWithoutPlace = (
  { columns }: TemplateHeader,
  sheet: { columns: readonly ColumnName[]; rows: readonly (readonly string[])[] },
): readonly ColumnName[] =>
  sheet.columns.filter((column, at) => !columns.includes(column) && sheet.rows.some((cells) => cells[at] !== ""));

/** The first cell that names a column stands for it; a repeat of the name is left empty. */
function columnsOf(kind: RowKind, header: readonly string[]): readonly (ColumnName | null)[] {
  const found = header.map((cell) => columnOfHeader(kind, cell));
  return found.map((column, at) => (found.indexOf(column) === at ? column : null));
}

/** With empty rows in their places, as texts. */
async function firstRows(
  book: Awaited<ReturnType<typeof openBook>>,
  sheet: number,
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  await book.read(
    sheet,
    ({ number, cells }) => {
      while (rows.length < Math.min(number - 1, SEARCHED_ROWS)) rows.push([]);
      if (number <= SEARCHED_ROWS) rows.push(cells.map((cell) => cell?.text ?? ""));
      return number < SEARCHED_ROWS;
    },
    never,
  );
  return rows;
}
