"use client";
import type { MouseEvent, ReactNode } from "react";
import type { Step } from "@/lib/tasks/draft";
import { useWizard } from "./use-wizard";

/** Goes to a step of this wizard; a middle click or a modifier opens it elsewhere, as links do. */
export function StepLink({ to, className, children }: { to: Step; className: string; children: ReactNode }) {
  const { open, hrefOf } = useWizard();
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(to);
  };
  return (
    <a href={hrefOf(to)} className={className} onClick={press}>
      {children}
    </a>
  );
}
