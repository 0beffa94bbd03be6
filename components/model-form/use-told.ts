"use client";
import { type Ref, type RefObject, useCallback, useImperativeHandle, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { JsonPath } from "@/lib/product-model/json-position";
import type { OwnIssue } from "@/lib/task-types/shared/model-issue";

const isUnder = (path: JsonPath, above: JsonPath): boolean => above.every((step, index) => path[index] === step);

/** What is wrong, in words, where one has been or wanted to go on. */
export type Told = {
  /** The first thing that is wrong at a path or below it; undefined when nothing is, or nobody has been there yet. */
  at: (...path: JsonPath) => string | undefined;
  /** Everything that is wrong below a path, in words, whether one has been there or not. */
  all: (...path: JsonPath) => readonly { path: JsonPath; words: string }[];
  /** Somebody left this field. */
  touch: (...path: JsonPath) => void;
};

function useProblemWords(): (issue: OwnIssue) => string {
  const t = useTranslations("model.issue");
  return ({ message, values }) => t(message, values);
}

/** Tells the issues of a form field by field. */
export function useTold(issues: readonly OwnIssue[], revealed: boolean): Told {
  const words = useProblemWords();
  const [touched, setTouched] = useState<readonly JsonPath[]>([]);
  return {
    at: (...path) => {
      if (!revealed && !touched.some((one) => isUnder(path, one))) return undefined;
      const found = issues.find((issue) => isUnder(issue.path, path));
      return found === undefined ? undefined : words(found);
    },
    all: (...path) =>
      issues
        .filter((issue) => isUnder(issue.path, path))
        .map((issue) => ({ path: issue.path.slice(path.length), words: words(issue) })),
    touch: (...path) => setTouched((before) => [...before, path]),
  };
}

/**
 * Lets the wizard take the focus to the first control in `container` that is marked as wrong, once it is; where no control
 * stands for it, to what says so.
 */
export function useFocusFirst(ref: Ref<{ focus: () => void }> | undefined): RefObject<HTMLDivElement | null> {
  const container = useRef<HTMLDivElement>(null);
  const focus = useCallback(() => {
    // What is wrong is marked in the next picture only.
    requestAnimationFrame(() => {
      const marked = container.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]');
      const control = marked?.matches("fieldset") ? marked.querySelector<HTMLElement>("input, button") : marked;
      control?.focus();
    });
  }, []);
  useImperativeHandle(ref, () => ({ focus }), [focus]);
  return container;
}
