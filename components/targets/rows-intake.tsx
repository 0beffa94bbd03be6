"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { MAX_ROWS } from "@/lib/target-files/row-sheet";
import type { RowSetView } from "@/lib/tasks/draft";
import type { RowKind } from "@/lib/tasks/targets";
import { DropPanel } from "./drop-panel";
import { PasteList } from "./paste-list";
import { ReadingList } from "./reading-list";
import { RefusedNotice } from "./refused-notice";
import { ChooseRows } from "./rows/choose-rows";
import { ReadRowsView } from "./rows/read-rows-view";
import { RowsAnnouncement } from "./rows/rows-announcement";
import { StillStoredRows } from "./rows/still-stored-rows";
import { StoredRows } from "./rows/stored-rows";
import { useRows } from "./rows/use-rows";

type Props = {
  kind: RowKind;
  draftId: string;
  /** The rows that the draft already has. */
  rowSet: RowSetView | null;
  /** Hears every set of rows that was saved with the draft, in place of the one before. */
  onStored: (set: RowSetView) => void;
  /** Where the template with examples is. */
  templateHref: string;
  /** Rows that one file for the platform takes. */
  maxRows: number;
};

/** Takes a spreadsheet of rows, shows what became of each, lets them be corrected, and saves those that are usable. */
export function RowsIntake({ kind, draftId, rowSet, onStored, templateHref, maxRows }: Props) {
  const t = useTranslations("rows");
  const targets = useTranslations("targets");
  const { state, rows } = useRows({ kind, draftId, maxRows, onStored });
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState("");

  const openFile = (file: File) => {
    setPasting(false);
    rows.open({ from: "file", name: file.name, blob: file });
  };
  const openText = (pasted: string) => {
    setPasting(false);
    rows.open({ from: "paste", name: targets("paste.name"), blob: new Blob([pasted]) });
  };
  const paste = () => setPasting(true);

  return (
    <DropPanel
      label={t(`panel.${kind}`)}
      fileLabel={t("choose.fileLabel")}
      view={pasting ? "pasting" : state.at}
      onFile={openFile}
    >
      {(pick) => (
        <>
          <RowsAnnouncement state={state} />
          {pasting ? (
            <PasteList
              text={text}
              words={{ label: t("paste.label"), hint: t("paste.hint", { most: MAX_ROWS }), empty: t("paste.empty") }}
              onText={setText}
              onCheck={openText}
              onBack={() => setPasting(false)}
            />
          ) : state.at === "read" ? (
            <ReadRowsView kind={kind} state={state} rows={rows} onPick={pick} onPaste={paste} />
          ) : state.at === "reading" ? (
            <ReadingList list={state.list} bytes={state.bytes} />
          ) : state.at === "start" ? (
            rowSet === null ? (
              <ChooseRows kind={kind} templateHref={templateHref} maxRows={maxRows} onPick={pick} onPaste={paste} />
            ) : (
              <StoredRows rowSet={rowSet} onPick={pick} onPaste={paste} />
            )
          ) : (
            <RefusedNotice state={state} onTryAgain={rows.tryAgain} onPick={pick} onPaste={paste} />
          )}
          {!pasting && <StillStoredRows state={state} rowSet={rowSet} onKeep={rows.forget} />}
        </>
      )}
    </DropPanel>
  );
}
