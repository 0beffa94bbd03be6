"use client";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the bottom right, the safe one first. */
  actions: ReactNode;
};

/**
 * Asks before something happens: focus is trapped and given back, Esc closes, and the dangerous button is never
 * focused first. Load it with `next/dynamic` where it is used: it weighs as much as a page.
 */
export function Dialog({ open, onOpenChange, title, description, children, actions }: Props) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          className="dlg"
          aria-modal="true"
          {...(description === undefined && { "aria-describedby": undefined })}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
        >
          <div className="dlg-b">
            <Radix.Title asChild>
              <h2>{title}</h2>
            </Radix.Title>
            {description !== undefined && <Radix.Description className="ink2">{description}</Radix.Description>}
            {children}
          </div>
          <div className="dlg-f">{actions}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
