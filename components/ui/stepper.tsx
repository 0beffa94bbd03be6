import { clsx } from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

export type StepLook = {
  key: string;
  title: ReactNode;
  /** What was answered there, or what is asked. */
  answer: ReactNode;
  state: "past" | "current" | "next";
  /** Where the step can be opened; null while it can not. */
  href: string | null;
};

/** The steps of a wizard with their answers. */
export function Stepper({ label, steps }: { label: string; steps: readonly StepLook[] }) {
  return (
    <nav aria-label={label}>
      <ol className="steps">
        {steps.map((step, index) => (
          <li key={step.key}>
            <StepBody step={step}>
              <span className="step-n" aria-hidden="true">
                {index + 1}
              </span>
              <span className="step-t">
                <b>{step.title}</b>
                <span>{step.answer}</span>
              </span>
            </StepBody>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepBody({ step, children }: { step: StepLook; children: ReactNode }) {
  const className = clsx("step", step.state === "past" && "past", step.state === "current" && "on");
  if (step.href === null || step.state === "current")
    return (
      <div className={className} aria-current={step.state === "current" ? "step" : undefined}>
        {children}
      </div>
    );
  return (
    <Link href={step.href} className={className}>
      {children}
    </Link>
  );
}
