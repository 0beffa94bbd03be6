"use client";
import { ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import { type ComponentProps, useState } from "react";
import { useTranslations } from "use-intl";
import type { FrozenList as List } from "@/components/choosing/frozen-list";

const FrozenList = dynamic(() => import("@/components/choosing/frozen-list").then((file) => file.FrozenList));

/** The list that will be used, read only when somebody wants to see it. */
export function LookThrough(props: ComponentProps<typeof List>) {
  const t = useTranslations("wizard.frozen");
  const [open, setOpen] = useState(false);
  return (
    <details className="panel adv" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <ChevronRight className="ic chev" size={16} />
        <b>{t("open")}</b>
        <span className="mut sm">{t("openHint", { count: props.targetSet.count })}</span>
      </summary>
      {open && <FrozenList {...props} />}
    </details>
  );
}
