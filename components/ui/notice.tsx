import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Glyph, type StatusKind } from "./glyph";

type Props = {
  tone: "attn" | "fail" | "info" | "run";
  glyph: StatusKind;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons at the right end. */
  actions?: ReactNode;
  /** Boxed inside a page or panel; without it the notice runs across as a banner. */
  boxed?: boolean | undefined;
  /** Something that just went wrong is read out at once; what lasts is not. */
  urgent?: boolean | undefined;
};

/** Something one has to know, with what to do about it. */
export function Notice({ tone, glyph, title, children, actions, boxed = false, urgent = false }: Props) {
  return (
    <div className={clsx("banner", tone, boxed && "boxed")} role={urgent ? "alert" : undefined}>
      <Glyph kind={glyph} size={18} />
      <div className="banner-t">
        <b>{title}</b>
        {children}
      </div>
      {actions !== undefined && <div className="acts">{actions}</div>}
    </div>
  );
}
