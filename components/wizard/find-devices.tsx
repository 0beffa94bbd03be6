"use client";
import { useQueryClient } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { joined } from "@/components/choosing/chosen-list";
import { storeTargets } from "@/components/targets/store-targets";
import { targetListQuery } from "@/lib/queries/device-list";
import type { TargetSetView } from "@/lib/tasks/draft";
import { useWizard } from "./use-wizard";

const DeviceSearch = dynamic(() => import("@/components/fleet/device-search").then((file) => file.DeviceSearch));
const STORE_TIMEOUT_MS = 60_000;

type Props = { draftId: string; targetSet: TargetSetView | null; onStored: (set: TargetSetView) => void };

/** Looks for devices by what they are, and adds them to the list that is there already. */
export function FindDevices({ draftId, targetSet, onStored }: Props) {
  const t = useTranslations("wizard.find");
  const { chosen } = useWizard();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  // Reading what was found takes minutes; it is added to the list as it is by then.
  const kept = useRef(targetSet);
  useEffect(() => {
    kept.current = targetSet;
  }, [targetSet]);

  const add = async (ids: readonly string[], words: string) => {
    setState("busy");
    try {
      const before = kept.current;
      const held = before === null ? [] : await queries.fetchQuery(targetListQuery(draftId, before.id));
      const isSame = before === null || before.source === words;
      const source = isSame ? words : t("both", { one: before.source, other: words });
      const list = { draftId, source, ids: new TextEncoder().encode(joined(held, ids).join("\n")) };
      const stored = await storeTargets(fetch, list, AbortSignal.timeout(STORE_TIMEOUT_MS));
      setState(stored.ok ? "idle" : "failed");
      if (stored.ok) onStored(stored.set);
    } catch {
      setState("failed");
    }
  };
  return (
    <details className="panel adv" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <ChevronRight className="ic chev" size={16} />
        <b>{t("title")}</b>
        <span className="mut sm" role="status">
          {state === "busy" ? t("adding") : t("hint")}
        </span>
      </summary>
      {state === "failed" && (
        <p className="foot" role="alert">
          {t("failed")}
        </p>
      )}
      {open && (
        <DeviceSearch
          start={chosen === null ? undefined : { product: chosen.productId }}
          onIds={(ids, words) => void add(ids, words)}
          busy={state === "busy"}
        />
      )}
    </details>
  );
}
