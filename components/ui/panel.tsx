import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

type Props = {
  title: ReactNode;
  /** Beside the title, in grey. */
  count?: ReactNode;
  /** At the right end of the header. */
  end?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** A white sheet with a header of 44 px; never inside another. */
export function Panel({ title, count, end, className, children }: Props) {
  const id = useId();
  return (
    <section className={clsx("panel", className)} aria-labelledby={id}>
      <div className="panel-h">
        <h2 id={id}>{title}</h2>
        {count !== undefined && <span className="cnt">{count}</span>}
        {end !== undefined && <div className="end">{end}</div>}
      </div>
      {children}
    </section>
  );
}
