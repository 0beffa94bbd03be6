import type { ReactNode } from "react";

/** Named facts, one below the other. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="facts">{children}</dl>;
}

/** A fact, with what it means in grey below where a person may wonder. */
export function Fact({ name, note, children }: { name: string; note?: string | undefined; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== undefined && <span className="fact-n">{note}</span>}
      </dd>
    </div>
  );
}
