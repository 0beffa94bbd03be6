"use client";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import type { Failure } from "@/lib/failure";

/** A failure after which the same may be tried again. */
export function RetryNotice({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const t = useTranslations("common");
  return <FailureNotice failure={failure} urgent actions={<Button onClick={onRetry}>{t("tryAgain")}</Button>} />;
}
