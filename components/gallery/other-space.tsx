"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Result } from "@/lib/failure";
import type { ResourceSpace } from "@/lib/fleet/fleet";

type Props = {
  home: ResourceSpace;
  current: string;
  choose: (input: { spaceId: string }) => Promise<Result<null>>;
};

/** A draft is only at home where its packages and groups are: offers to go there. */
export function OtherSpace({ home, current, choose }: Props) {
  const t = useTranslations("gallery.otherSpace");
  const router = useRouter();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const go = async () => {
    setState("busy");
    const result = await choose({ spaceId: home.id }).catch(() => null);
    setState(result?.ok ? "idle" : "failed");
    if (result?.ok) router.refresh();
  };
  return (
    <div className="alone">
      <EmptyState
        title={t("title", { space: home.name })}
        actions={
          <Button variant="primary" busy={state === "busy"} onClick={() => void go()}>
            {t("switch", { space: home.name })}
          </Button>
        }
      >
        {state === "failed" ? t("failed") : t("body", { current })}
      </EmptyState>
    </div>
  );
}
