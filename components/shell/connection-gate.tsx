"use client";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { useTranslations } from "use-intl";
import { FailureNotice } from "@/components/failure/failure-notice";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Failure } from "@/lib/failure";
import { routes } from "@/lib/routes";
import type { LinkView } from "@/lib/tasks/view";
import { useLink } from "./use-link";

type Props = { failure: Failure | null; link: LinkView; children: ReactNode };

/**
 * In place of every page but the account and the connection while nothing was ever read from the platform: one page that says what is
 * wrong and where to set it. It goes away by itself once the platform answers.
 */
export function ConnectionGate({ failure, link, children }: Props) {
  const path = usePathname();
  if (failure === null || path === routes.account() || path === routes.connection()) return children;
  return <NothingRead failure={failure} initial={link} />;
}

function NothingRead({ failure, initial }: { failure: Failure; initial: LinkView }) {
  const words = useTranslations("shell");
  const common = useTranslations("common");
  const router = useRouter();
  const { link, state } = useLink(null, initial);
  useEffect(() => {
    if (state === "good") router.refresh();
  }, [state, router]);
  return (
    <section className="panel gate">
      <EmptyState
        heading="h1"
        title={words("nothingRead")}
        picture="cut"
        actions={
          <Button variant="primary" onClick={() => router.refresh()}>
            {common("tryAgain")}
          </Button>
        }
      >
        {words("nothingReadBody")}
      </EmptyState>
      {/* The banner above the page says it already, where the worker met it too. */}
      {link.failure === null && <FailureNotice failure={failure} />}
    </section>
  );
}
