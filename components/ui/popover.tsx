"use client";
import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

type Props = {
  /** The button that opens it; its text is its name. */
  trigger: ReactNode;
  triggerClass: string;
  label?: string | undefined;
  /** Above the trigger instead of below it. */
  above?: boolean | undefined;
  children: ReactNode;
};

/**
 * A small sheet over the page, by the browser's own popover: Esc and a press elsewhere close it, focus goes back,
 * and it costs no script.
 */
export function Popover({ trigger, triggerClass, label, above = false, children }: Props) {
  const id = useId();
  return (
    <div className={clsx("pop-w", above && "above")}>
      <button type="button" className={triggerClass} popoverTarget={id} aria-label={label} aria-haspopup="true">
        {trigger}
      </button>
      <div id={id} popover="auto" className="menu">
        {children}
      </div>
    </div>
  );
}
