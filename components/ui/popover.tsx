"use client";
import { type ReactNode, type ToggleEvent, useId, useRef } from "react";

type Props = {
  /** What the button that opens it shows. */
  trigger: ReactNode;
  triggerClass: string;
  /** What the button is about, on hover; its name is what it shows. */
  title: string;
  /** Above the trigger instead of below it. */
  above?: boolean | undefined;
  children: ReactNode;
};

const GAP_PX = 5;

/**
 * A small sheet over the page, by the browser's own popover: Esc and a press elsewhere close it, and focus goes back.
 * It lies in the top layer, where it can not be placed by its parent, so it is placed by its trigger as it opens,
 * toward the middle of the window.
 */
export function Popover({ trigger, triggerClass, title, above = false, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const place = ({ newState, currentTarget: { style } }: ToggleEvent<HTMLDivElement>) => {
    const at = button.current?.getBoundingClientRect();
    if (newState !== "open" || at === undefined) return;
    const width = document.documentElement.clientWidth;
    const right = at.left + at.right > width;
    style.left = right ? "auto" : `${at.left}px`;
    style.right = right ? `${width - at.right}px` : "auto";
    style.top = above ? "auto" : `${at.bottom + GAP_PX}px`;
    style.bottom = above ? `${window.innerHeight - at.top + GAP_PX}px` : "auto";
  };
  return (
    <>
      <button ref={button} type="button" className={triggerClass} popoverTarget={id} title={title}>
        {trigger}
      </button>
      <div id={id} popover="auto" className="menu" onBeforeToggle={place}>
        {children}
      </div>
    </>
  );
}
