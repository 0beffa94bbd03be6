"use client";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { MAX_SPLIT_IDS } from "@/lib/target-files/parts";
import { MAX_DEVICE_IDS, REJECTIONS_KEPT } from "@/lib/target-files/verdict";
import type { TargetSetView } from "@/lib/tasks/draft";
import { Announcement } from "./announcement";
import { ChooseList } from "./choose-list";
import { DropPanel } from "./drop-panel";
import { PasteList } from "./paste-list";
import { ReadList } from "./read-list";
import { ReadingList } from "./reading-list";
import { RefusedNotice } from "./refused-notice";
import { StillStored } from "./still-stored";
import { StoredList } from "./stored-list";
import { useDownload } from "./use-download";
import { useIntake } from "./use-intake";

type Props = {
  draftId: string;
  /** The list that the draft already has. */
  targetSet: TargetSetView | null;
  /** Hears every list that was saved with the draft, in place of the one before. */
  onStored: (set: TargetSetView) => void;
  /** Of the package that was chosen, so that the words can name it. */
  productName?: string | undefined;
};

/** Takes a file or a pasted list of device IDs, shows what became of every line, and saves what is usable by itself. */
export function DeviceListIntake({ draftId, targetSet, onStored, productName }: Props) {
  const t = useTranslations("targets");
  const { state, intake } = useIntake(draftId, onStored);
  const [pasting, setPasting] = useState(false);
  const [text, setText] = useState("");
  const download = useDownload(intake.rejections);

  const openFile = (file: File) => {
    setPasting(false);
    intake.open({ from: "file", name: file.name, blob: file });
  };
  const openText = (pasted: string) => {
    setPasting(false);
    intake.open({ from: "paste", name: t("paste.name"), blob: new Blob([pasted]) });
  };
  const paste = () => setPasting(true);

  return (
    <DropPanel
      label={t("panel")}
      fileLabel={t("choose.fileLabel")}
      view={pasting ? "pasting" : state.at}
      onFile={openFile}
    >
      {(pick) => (
        <>
          <Announcement state={state} />
          {pasting ? (
            <PasteList
              text={text}
              words={{
                label: t("paste.label"),
                hint: t("paste.hint", { limit: MAX_DEVICE_IDS, most: MAX_SPLIT_IDS }),
                empty: t("paste.empty"),
              }}
              onText={setText}
              onCheck={openText}
              onBack={() => setPasting(false)}
            />
          ) : state.at === "read" ? (
            <ReadList
              state={state}
              onChoice={intake.choose}
              onTryAgain={intake.tryAgain}
              onSplit={intake.split}
              onPick={pick}
              onPaste={paste}
              onDownload={() => void download.start(state.list.name)}
              downloadFailed={download.failed}
              kept={Math.min(state.verdict.rejected, REJECTIONS_KEPT)}
            />
          ) : state.at === "reading" ? (
            <ReadingList list={state.list} bytes={state.bytes} />
          ) : state.at === "start" ? (
            targetSet === null ? (
              <ChooseList productName={productName} onPick={pick} onPaste={paste} />
            ) : (
              <StoredList targetSet={targetSet} onPick={pick} onPaste={paste} />
            )
          ) : (
            <RefusedNotice state={state} onTryAgain={intake.tryAgain} onPick={pick} onPaste={paste} />
          )}
          {!pasting && <StillStored state={state} targetSet={targetSet} onKeep={intake.forget} />}
        </>
      )}
    </DropPanel>
  );
}
