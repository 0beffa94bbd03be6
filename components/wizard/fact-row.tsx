import type { ReactNode } from "react";

type Props = { name: string; children: ReactNode; note?: string | undefined; cap?: boolean };

/** One fact of the review. `cap`: words of ours that begin with a small letter elsewhere. */
export function FactRow({ name, children, note, cap = false }: Props) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={cap ? "cap" : undefined}>
        {children}
        {note !== undefined && <span className="mut"> {note}</span>}
      </dd>
    </div>
  );
}
