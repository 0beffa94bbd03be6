"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export type Crash = { error: Error & { digest?: string }; reset: () => void };

/** A bug, not an expected failure: those are shown in place. `digest` is what the server's log calls it. */
export function Broken({ error, reset }: Crash) {
  const words = useTranslations("common");
  return (
    <EmptyState
      heading="h1"
      title={words("broken.title")}
      picture="cut"
      actions={
        <Button variant="primary" onClick={reset}>
          {words("tryAgain")}
        </Button>
      }
    >
      {error.digest === undefined ? words("broken.bodyPlain") : words("broken.body", { digest: error.digest })}
    </EmptyState>
  );
}
