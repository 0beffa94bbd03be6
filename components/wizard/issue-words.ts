"use client";
import { useMessages, useTranslations } from "use-intl";

/** The words of an issue's key; a key that nobody wrote words for stands for itself. */
export function useIssueWords(): (key: string) => string {
  const words = useTranslations("failures.issue");
  const written = useMessages().failures.issue;
  const known = (key: string): key is keyof typeof written => Object.hasOwn(written, key);
  return (key) => (known(key) ? words(key) : key);
}
