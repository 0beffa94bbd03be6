"use client";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** A bug, not an expected failure: those are shown in place. `digest` is in the server's log. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = useTranslations("common");
  return (
    <main id="main" className="alone">
      <EmptyState
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
    </main>
  );
}
