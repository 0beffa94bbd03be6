"use client";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { Button } from "./button";
import { Glyph, type StatusKind } from "./glyph";

export type Toast = {
  kind: StatusKind;
  /** The outcome with its numbers: "82 retried, 3 refused". */
  message: ReactNode;
  action?: { label: string; run: () => void } | undefined;
};

type Shown = Toast & { id: number };

const SHOWN_MS = 8_000;
const NONE: readonly Shown[] = [];
const listeners = new Set<() => void>();
let shown = NONE;
let lastId = 0;

function show(next: readonly Shown[]): void {
  shown = next;
  for (const notify of listeners) notify();
}

/** Says an outcome at the bottom of the page for eight seconds. */
export function toast(what: Toast): void {
  lastId += 1;
  show([...shown, { ...what, id: lastId }]);
}

const dismiss = (id: number): void => show(shown.filter((entry) => entry.id !== id));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where toasts appear; once per page. Read out politely. */
export function Toaster() {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => NONE,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((entry) => (
        <ToastCard key={entry.id} entry={entry} />
      ))}
    </div>
  );
}

function ToastCard({ entry: { id, kind, message, action } }: { entry: Shown }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <div className="toast">
      <Glyph kind={kind} />
      <span>{message}</span>
      {action !== undefined && (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}
