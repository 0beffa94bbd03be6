"use client";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { REJECTIONS_KEPT } from "@/lib/target-files/verdict";
import type { TargetSetView } from "@/lib/tasks/draft";
import { Announcement } from "./announcement";
import { ChooseList } from "./choose-list";
import { LIST_FILES } from "./list-files";
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
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLElement>(null);
  const download = useDownload(intake.rejections);

  // The button that was pressed is gone with the view that held it: the keyboard goes on in the next view.
  const view = pasting ? "pasting" : state.at;
  useEffect(() => {
    if (view !== "start" && document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [view]);

  const openFile = (file: File | undefined) => {
    if (file === undefined) return;
    setPasting(false);
    intake.open({ from: "file", name: file.name, blob: file });
  };
  const openText = (pasted: string) => {
    setPasting(false);
    intake.open({ from: "paste", name: t("paste.name"), blob: new Blob([pasted]) });
  };
  const pick = () => picker.current?.click();
  const paste = () => setPasting(true);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    openFile(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={isOver ? "panel outline-2 outline-offset-2 outline-action" : "panel focus-visible:outline-none"}
      ref={root}
      tabIndex={-1}
      aria-label={t("panel")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={picker}
        type="file"
        className="vh"
        tabIndex={-1}
        aria-label={t("choose.fileLabel")}
        accept={LIST_FILES}
        onChange={({ currentTarget }) => {
          openFile(currentTarget.files?.[0]);
          // So that the same file, corrected meanwhile, can be chosen again.
          currentTarget.value = "";
        }}
      />
      <Announcement state={state} />
      {pasting ? (
        <PasteList text={text} onText={setText} onCheck={openText} onBack={() => setPasting(false)} />
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
    </section>
  );
}
