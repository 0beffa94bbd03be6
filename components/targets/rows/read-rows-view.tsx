import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RowKind } from "@/lib/tasks/targets";
import { Count } from "../count";
import { ListHeader } from "../list-header";
import { SavingLine } from "../saving-line";
import { useFileSize } from "../use-file-size";
import { WorkbookNotes } from "../workbook-notes";
import { ColumnMapping } from "./column-mapping";
import { RejectedDownload } from "./rejected-download";
import { RowGrid } from "./row-grid";
import type { ReadRows } from "./rows-session";
import { SplitRowsOffer } from "./split-rows-offer";
import type { RowActions } from "./use-rows";
import { useStoredRowsWords } from "./use-stored-rows-words";

type Props = { kind: RowKind; state: ReadRows; rows: RowActions; onPick: () => void; onPaste: () => void };

/** What became of every row: ready, repeat or rejected with its reason, in a grid where it can be corrected. */
export function ReadRowsView({ kind, state, rows, onPick, onPaste }: Props) {
  const t = useTranslations("rows");
  const targets = useTranslations("targets.file");
  const counts = useTranslations("targets.counts");
  const done = useStoredRowsWords();
  const size = useFileSize();
  const { list, verdict, saving, parts } = state;
  const { ready, repeats, rejected, blank, above, edited, missing } = verdict;
  const isJudged = missing.length === 0;
  return (
    <>
      <ListHeader
        from={list.from}
        name={list.name}
        detail={t("detail", { rows: verdict.rows, size: size(list.blob.size) })}
      >
        <Button variant="quiet" size="sm" onClick={onPaste}>
          {targets(list.from === "file" ? "paste" : "pasteAgain")}
        </Button>
        <Button size="sm" onClick={onPick}>
          {targets(list.from === "file" ? "replace" : "choose")}
        </Button>
      </ListHeader>
      <ColumnMapping kind={kind} verdict={verdict} onChoice={rows.choose} />
      {isJudged && (
        <>
          <div className="trio">
            <Count kind="done" count={ready} words={t("counts.ready")} />
            <Count kind="same" count={repeats} words={t("counts.repeats", { count: repeats })} />
            <Count kind="failed" count={rejected} words={t("counts.rejected", { count: rejected })} />
          </div>
          {ready === 0 && (
            <Notice tone="fail" glyph="failed" title={t("unusable.title")}>
              <p>{t("unusable.body")}</p>
            </Notice>
          )}
          {parts !== null && parts.length > 1 && (
            <SplitRowsOffer
              ready={ready}
              parts={parts}
              isTaken={saving.is === "busy" || saving.is === "done"}
              onSplit={rows.split}
            />
          )}
          <RowGrid
            key={rejected > 0 ? "with-rejected" : "all"}
            name={list.name}
            verdict={verdict}
            revision={state.revision}
            page={rows.page}
            onChange={rows.change}
          />
          <div className="foot flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span>
              {t("counts.sum", { ready, repeats, rejected, rows: verdict.rows })}
              {blank > 0 && ` ${t("counts.blank", { count: blank })}`}
              {above > 0 && ` ${counts("above", { count: above })}`}
              {edited > 0 && ` ${t("counts.edited", { count: edited })}`}
            </span>
            <RejectedDownload name={list.name} verdict={verdict} page={rows.page} />
          </div>
        </>
      )}
      <WorkbookNotes workbook={verdict.workbook} />
      <SavingLine saving={saving} done={done} onTryAgain={rows.tryAgain} />
    </>
  );
}
