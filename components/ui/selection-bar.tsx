import type { ReactNode } from "react";

type Props = { label: string; count: ReactNode; note?: ReactNode; children: ReactNode };

/** Floats while something is selected and acts on the selection only. */
export function SelectionBar({ label, count, note, children }: Props) {
  return (
    <section className="selbar" aria-label={label}>
      <p>
        <b>{count}</b>
        {note}
      </p>
      {children}
    </section>
  );
}
