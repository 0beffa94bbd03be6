import { type DragEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { LIST_FILES } from "./list-files";

type Props = {
  label: string;
  fileLabel: string;
  /** Which view is inside; while it is another than "start", the keyboard stays in the panel as views come and go. */
  view: string;
  onFile: (file: File) => void;
  children: (pick: () => void) => ReactNode;
};

/** A panel that takes a file: dropped anywhere on it, or picked. */
export function DropPanel({ label, fileLabel, view, onFile, children }: Props) {
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLElement>(null);

  // The button that was pressed is gone with the view that held it: the keyboard goes on in the next view.
  useEffect(() => {
    if (view !== "start" && document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  }, [view]);

  const open = (file: File | undefined) => {
    if (file !== undefined) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    open(event.dataTransfer.files[0]);
  };

  return (
    <section
      className={isOver ? "panel outline-2 outline-offset-2 outline-action" : "panel focus-visible:outline-none"}
      ref={root}
      tabIndex={-1}
      aria-label={label}
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
        aria-label={fileLabel}
        accept={LIST_FILES}
        onChange={({ currentTarget }) => {
          open(currentTarget.files?.[0]);
          // So that the same file, corrected meanwhile, can be chosen again.
          currentTarget.value = "";
        }}
      />
      {children(() => picker.current?.click())}
    </section>
  );
}
