import { type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useFormat } from "@/lib/i18n/client";
import { type ListVerdict, type Rejection, shorten } from "@/lib/target-files/verdict";

const FIRST_ROWS = 10;
const MORE_ROWS = 40;
const CONTENT_CHARS = 24;

type Props = {
  verdict: ListVerdict;
  from: "file" | "paste";
  onFix: (entry: number) => void;
  onFixAll: () => void;
};

/** The rejected lines with their reasons, a few at a time; a safe correction is one press away. */
export function RejectedTable({ verdict, from, onFix, onFixAll }: Props) {
  const t = useTranslations("targets.rejected");
  const [rows, setRows] = useState(FIRST_ROWS);
  const table = useRef<HTMLTableElement>(null);
  const { rejections, rejected, fixable } = verdict;
  const more = Math.min(MORE_ROWS, rejections.length - rows);

  // The pressed button goes away with its row; the keyboard stays in the table.
  const thenStay = (act: () => void) => {
    table.current?.focus({ preventScroll: true });
    act();
  };

  return (
    <>
      <div className="tbl-w border-t border-line">
        <table className="tbl tight focus-visible:outline-none" ref={table} tabIndex={-1}>
          <caption className="vh">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("line")}</th>
              <th scope="col">{t("content")}</th>
              <th scope="col">{t("why")}</th>
              <th scope="col" className="max-sm:hidden">
                <span className="vh">{t("fix")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rejections.slice(0, rows).map((row) => (
              <RejectedRow key={row.entry} row={row}>
                {row.fix === null ? (
                  <span className="mut">{t(from === "file" ? "byHand" : "byHandPasted")}</span>
                ) : (
                  <Button size="sm" onClick={() => thenStay(() => onFix(row.entry))}>
                    {t("use", { id: shorten(row.fix, CONTENT_CHARS) })}
                  </Button>
                )}
              </RejectedRow>
            ))}
          </tbody>
        </table>
      </div>
      {(more > 0 || fixable > 1) && (
        <p className="foot flex flex-wrap gap-x-5 gap-y-1">
          {fixable > 1 && (
            <button type="button" className="lnk" onClick={() => thenStay(onFixAll)}>
              {t("useAll", { count: fixable })}
            </button>
          )}
          {more > 0 && (
            <button type="button" className="lnk" onClick={() => setRows(rows + MORE_ROWS)}>
              {t("more", { count: more })}
            </button>
          )}
        </p>
      )}
      {more <= 0 && rejected > rejections.length && (
        <p className="foot">{t("notShown", { shown: rejections.length, count: rejected })}</p>
      )}
    </>
  );
}

function RejectedRow({ row, children }: { row: Rejection; children: ReactNode }) {
  const t = useTranslations("targets");
  const format = useFormat();
  const content = row.content.trim() === "" ? null : shorten(row.content, CONTENT_CHARS);
  return (
    <tr>
      <td>{format.number(row.line)}</td>
      {content === null ? (
        <td className="mut">{t("rejected.nothing")}</td>
      ) : (
        <td className="mono sm:whitespace-nowrap max-sm:min-w-24 max-sm:break-all" dir="ltr">
          {content}
        </td>
      )}
      <td className="max-sm:py-2">
        {t(`reasons.${row.reason}`, { ...row.values })}
        {/* A phone has no room for a fourth column. */}
        <div className="mt-1 sm:hidden">{children}</div>
      </td>
      <td className="num whitespace-nowrap max-sm:hidden">{children}</td>
    </tr>
  );
}
