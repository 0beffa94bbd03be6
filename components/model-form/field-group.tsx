import { type ReactNode, useId } from "react";
import { Glyph } from "@/components/ui/glyph";

type Props = {
  legend: ReactNode;
  /** Beside the legend, in grey. */
  aside?: ReactNode;
  /** Always visible, until an error takes its place. */
  hint?: ReactNode;
  error?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Several controls that answer one question, labelled and marked as `Field` does it for one. */
export function FieldGroup({ legend, aside, hint, error, className, children }: Props) {
  const note = useId();
  const hasNote = error !== undefined || hint !== undefined;
  return (
    <fieldset
      className={className === undefined ? "fld fld-g" : `fld fld-g ${className}`}
      aria-describedby={hasNote ? note : undefined}
      aria-invalid={error === undefined ? undefined : true}
    >
      <legend className="fld-l">
        {legend}
        {aside !== undefined && <span className="fld-h">{aside}</span>}
      </legend>
      {children}
      {error !== undefined && (
        <p className="fld-e" id={note} role="alert">
          <Glyph kind="failed" />
          <span>{error}</span>
        </p>
      )}
      {error === undefined && hint !== undefined && (
        <p className="fld-h" id={note}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
