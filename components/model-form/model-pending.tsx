"use client";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { ModelRead } from "./use-model";

/** In the place of a form whose model is on its way, or could not be read. */
export function ModelPending({ failure, again }: ModelRead) {
  const t = useTranslations("model.product");
  const retry = useTranslations("common")("tryAgain");
  if (failure !== null)
    return <FailureNotice failure={failure} urgent actions={<Button onClick={again}>{retry}</Button>} />;
  return (
    <section className="panel">
      <Skeleton rows={3} label={t("modelLoading")} />
    </section>
  );
}
