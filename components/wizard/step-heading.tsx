"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { useWizard } from "./use-wizard";

/** What a step asks. Focus comes here when the step is opened, so that a screen reader begins with the question. */
export function StepHeading({ words, children }: { words: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { shown } = useWizard();
  useEffect(() => {
    if (shown.current) heading.current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <div className="wz-q">
      <h2 ref={heading} tabIndex={-1}>
        {words}
      </h2>
      {children}
    </div>
  );
}
