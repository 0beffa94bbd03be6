import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Choice, ListVerdict } from "@/lib/target-files/verdict";
import { Count } from "./count";
import type { IntakeState } from "./intake-session";
import { LayoutChoice } from "./layout-choice";
import { ListHeader } from "./list-header";
import { ListNotices } from "./list-notices";
import { RejectedTable } from "./rejected-table";
import { SavingLine } from "./saving-line";
import { useFileSize } from "./use-file-size";
import { useStoredWords } from "./use-stored-words";

type Props = {
  state: Extract<IntakeState, { at: "read" }>;
  onChoice: (choice: Choice) => void;
  onTryAgain: () => void;
  onSplit: () => void;
  onPick: () => void;
  onPaste: () => void;
  onDownload: () => void;
  downloadFailed: boolean;
  /** Rejected rows that the download holds. */
  kept: number;
};

/** What became of every line: ready, repeat or rejected with its reason. */
export function ReadList({ state, onChoice, onTryAgain, onSplit, onPick, onPaste, ...download }: Props) {
  const { onDownload, downloadFailed, kept } = download;
  const t = useTranslations("targets");
  const { list, choice, verdict, saving } = state;
  const { ready, repeats, rejected, entries, blank, above } = verdict;
  const isEvery = verdict.column === "every";
  const storedWords = useStoredWords();
  return (
    <>
      <ListHeader from={list.from} name={list.name} detail={<Detail verdict={verdict} bytes={list.blob.size} />}>
        <Button variant="quiet" size="sm" onClick={onPaste}>
          {t(list.from === "file" ? "file.paste" : "file.pasteAgain")}
        </Button>
        <Button size="sm" onClick={onPick}>
          {t(list.from === "file" ? "file.replace" : "file.choose")}
        </Button>
      </ListHeader>
      <LayoutChoice verdict={verdict} onChoice={onChoice} />
      <div className="trio">
        <Count kind="done" count={ready} words={t("counts.ready")} />
        <Count kind="same" count={repeats} words={t("counts.repeats", { count: repeats })} />
        <Count
          kind="failed"
          count={rejected}
          words={t(isEvery ? "counts.rejectedEntries" : "counts.rejected", { count: rejected })}
        />
      </div>
      <ListNotices
        verdict={verdict}
        isTaken={saving.is === "busy" || saving.is === "done"}
        onUndo={() => onChoice(withoutFixes(choice))}
        onSplit={onSplit}
      />
      {rejected > 0 && (
        <RejectedTable
          key={`${verdict.workbook?.sheet}-${verdict.column}-${verdict.header}`}
          verdict={verdict}
          from={list.from}
          onFix={(entry) => onChoice({ ...choice, fixes: withFix(choice.fixes, entry) })}
          onFixAll={() => onChoice({ ...choice, fixes: "all" })}
        />
      )}
      <div className="foot flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span>
          {t(isEvery ? "counts.sumEntries" : "counts.sum", { ready, repeats, rejected, entries })}
          {blank > 0 && ` ${t("counts.blank", { count: blank })}`}
          {above > 0 && ` ${t("counts.above", { count: above })}`}
        </span>
        {rejected > 0 && (
          <button type="button" className="lnk" onClick={onDownload}>
            {t(kept < rejected ? "rejected.downloadFirst" : "rejected.download", { count: kept })}
          </button>
        )}
        {downloadFailed && <span role="alert">{t("rejected.downloadFailed")}</span>}
      </div>
      <SavingLine saving={saving} done={storedWords} onTryAgain={onTryAgain} />
    </>
  );
}

function Detail({ verdict, bytes }: { verdict: ListVerdict; bytes: number }) {
  const t = useTranslations("targets.file");
  const size = useFileSize()(bytes);
  const { entries: lines, column, columns } = verdict;
  if (column === "every") return t("readEvery", { lines, size });
  const name = columns[column]?.name ?? "";
  return name === "" ? t("readColumn", { lines, size, column: column + 1 }) : t("readNamed", { lines, size, name });
}

const withFix = (fixes: Choice["fixes"], entry: number): NonNullable<Choice["fixes"]> =>
  fixes === "all" ? fixes : new Set([...(fixes ?? []), entry]);

const withoutFixes = ({ fixes: _, ...choice }: Choice): Choice => choice;
