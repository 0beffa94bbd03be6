"use client";
import { type FieldPath, useFormState } from "react-hook-form";
import { useIssueWords } from "./issue-words";
import { useWizard } from "./use-wizard";
import type { WizardValues } from "./values";

/** What is wrong with one field, in words; undefined when nothing is, or when it was not looked at yet. */
export function useIssue(name: FieldPath<WizardValues>): string | undefined {
  const { form } = useWizard();
  const state = useFormState({ control: form.control, name, exact: false });
  const words = useIssueWords();
  const key = form.getFieldState(name, state).error?.message;
  return key === undefined ? undefined : words(key);
}
