"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import { routes } from "@/lib/routes";

/**
 * For an answer of kind `signed-out` in the middle of work: leads to sign-in and back to this very address, where the
 * draft goes on. Needs the words of `accounts`.
 */
export function SignInAgain({ boxed = false }: { boxed?: boolean }) {
  const words = useTranslations("accounts.signInAgain");
  const query = useSearchParams().toString();
  const here = usePathname() + (query === "" ? "" : `?${query}`);
  return (
    <Notice
      tone="attn"
      glyph="gate"
      title={words("title")}
      boxed={boxed}
      urgent
      actions={
        // A whole new page: nothing of the ended session stays in the browser's memory.
        <a className="btn btn-pri" href={routes.signIn(here)}>
          <span>{words("action")}</span>
        </a>
      }
    >
      <span>{words("body")}</span>
    </Notice>
  );
}
