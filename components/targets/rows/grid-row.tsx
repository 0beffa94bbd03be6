import { useTranslations } from "use-intl";
import { Status } from "@/components/ui/glyph";
import { useFormat } from "@/lib/i18n/client";
import type { ColumnName } from "@/lib/target-files/columns";
import type { RowEdit } from "@/lib/target-files/rows/protocol";
import type { ShownRow } from "@/lib/target-files/rows/verdict";
import { shorten } from "@/lib/target-files/verdict";
import { FaultyCell } from "./faulty-cell";
import { useIssueWords } from "./use-issue-words";

const CELL_CHARS = 40;
const GLYPHS = { ready: "done", repeat: "same", rejected: "failed" } as const;

type Props = {
  row: ShownRow;
  columns: readonly ColumnName[];
  reveal: boolean;
  onChange: (edit: RowEdit) => void;
};

/** One row: its state, and its cells; one that keeps it from being used is a field with the reason below. */
export function GridRow({ row, columns, reveal, onChange }: Props) {
  const t = useTranslations("rows");
  const format = useFormat();
  const words = useIssueWords();
  // What is wrong in a column that the spreadsheet does not have.
  const elsewhere = row.issues.filter(({ column }) => !columns.includes(column));
  return (
    <tr className="align-top">
      <td className="num">{format.number(row.line)}</td>
      <td className="whitespace-nowrap">
        <Status kind={GLYPHS[row.state]}>{t(`grid.states.${row.state}`, { of: row.of ?? 0 })}</Status>
        {elsewhere.map((issue) => (
          <p key={`${issue.column} ${issue.reason}`} className="sm whitespace-normal">
            {t(`columns.${issue.column}`)}: {words(issue)}
          </p>
        ))}
      </td>
      {columns.map((column, at) => {
        const text = row.cells[at] ?? "";
        const issue = row.issues.find((other) => other.column === column);
        const isHidden = column === "secret" && !reveal;
        return (
          <td key={column} className="mono" dir="ltr">
            {issue === undefined ? (
              shorten(text, CELL_CHARS)
            ) : (
              <FaultyCell
                key={`${text} ${isHidden}`}
                text={isHidden ? "" : text}
                placeholder={isHidden && text !== "" ? t("grid.secretHidden") : undefined}
                issue={issue}
                label={t("grid.edit", { column: t(`columns.${column}`), line: row.line })}
                onText={(next) => onChange({ index: row.index, column, text: next })}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}
