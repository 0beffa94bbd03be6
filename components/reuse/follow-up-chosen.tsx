"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { isNonEmpty } from "@/lib/tasks/targets";
import type { TaskView } from "@/lib/tasks/view";
import { useFollowUps } from "./reuse-provider";

const FollowUpDialog = dynamic(() => import("./follow-up-dialog").then((module) => module.FollowUpDialog), {
  ssr: false,
});

/** A new task with exactly the chosen devices; not of a registration, whose targets are no devices yet. */
export function FollowUpChosen({ task, deviceIds }: { task: TaskView; deviceIds: readonly string[] }) {
  const words = useTranslations("reuse.followUp");
  const possible = useFollowUps();
  const [asking, setAsking] = useState(false);
  if (!possible || !isNonEmpty(deviceIds)) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{words("ask", { count: deviceIds.length })}</Button>
      {asking && <FollowUpDialog task={task} deviceIds={deviceIds} onClose={() => setAsking(false)} />}
    </>
  );
}
