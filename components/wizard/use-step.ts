"use client";
import { useSearchParams } from "next/navigation";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { STEPS, type Step } from "@/lib/tasks/draft";

/** The address of a step in this very tab; the rest of the query stays. */
export function stepHref(search: string, changes: { step?: Step; draft?: string }): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) query.set(name, value);
  return `?${query}`;
}

type Steps = {
  step: Step;
  open: (step: Step) => void;
  hrefOf: (step: Step) => string;
  /** True once the page has been shown: only then does opening a step move the focus. */
  shown: RefObject<boolean>;
};

/** The step that the address names, and how to go to another. Back and forward of the browser do the same. */
export function useStep(otherwise: Step): Steps {
  const search = useSearchParams();
  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
  }, []);
  const named = search.get("step");
  const hrefOf = (step: Step): string => stepHref(search.toString(), { step });
  // Not the router: the steps are one page, and asking the server again would only be slower.
  const open = useCallback((step: Step) => {
    window.history.pushState(null, "", stepHref(window.location.search, { step }));
    window.scrollTo(0, 0);
  }, []);
  return { step: STEPS.find((step) => step === named) ?? otherwise, open, hrefOf, shown };
}
