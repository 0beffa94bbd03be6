import { type ReactNode, useId } from "react";
import { Glyph } from "./glyph";

/** What a control inside a `Field` must be given, so that label, hint and error belong to it. */
export type ControlProps = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean | undefined };

type Props = {
  label: ReactNode;
  /** Beside the label, in grey: "optional". */
  aside?: ReactNode;
  /** Always visible, until an error takes its place. */
  hint?: ReactNode;
  error?: string | undefined;
  /** At the right below the control: "18 of 128". */
  count?: ReactNode;
  className?: string | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** Label above, control, then hint or error. */
export function Field({ label, aside, hint, error, count, className, children }: Props) {
  const id = useId();
  const note = `${id}-note`;
  const hasNote = error !== undefined || hint !== undefined;
  return (
    <div className={className === undefined ? "fld" : `fld ${className}`}>
      <label className="fld-l" htmlFor={id}>
        {label}
        {aside !== undefined && <span className="fld-h">{aside}</span>}
      </label>
      {children({
        id,
        "aria-describedby": hasNote ? note : undefined,
        "aria-invalid": error === undefined ? undefined : true,
      })}
      {(hasNote || count !== undefined) && (
        <div className="fld-n">
          <Note id={note} hint={hint} error={error} />
          {count !== undefined && <span className="fld-h fld-c">{count}</span>}
        </div>
      )}
    </div>
  );
}

function Note({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  if (error !== undefined)
    return (
      <p className="fld-e" id={id} role="alert">
        <Glyph kind="failed" />
        <span>{error}</span>
      </p>
    );
  return hint === undefined ? null : (
    <p className="fld-h" id={id}>
      {hint}
    </p>
  );
}
