"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { leaveOut, orderPreflight, preflightQuery } from "@/lib/queries/drafts";
import type { Finding, LeftOut } from "@/lib/tasks/preflight";

/** The draft as it is saved, and what was chosen in it: a change of either is looked at anew. */
export type Subject = { draftId: string | null; subject: string; saved: boolean };

/** What was found of a draft's devices, and what can be done about it. */
export function usePreflight({ draftId, subject, saved }: Subject, onLeftOut: (left: LeftOut) => void) {
  const queries = useQueryClient();
  const query = preflightQuery(draftId ?? "", subject);
  const check = useQuery({ ...query, enabled: saved && draftId !== null });
  const [busy, setBusy] = useState<Finding["finds"] | "again" | "skip" | null>(null);
  const [failed, setFailed] = useState(false);

  const run = async (what: NonNullable<typeof busy>, work: (id: string) => Promise<void>) => {
    if (draftId === null || busy !== null) return;
    setBusy(what);
    setFailed(false);
    await work(draftId).catch(() => setFailed(true));
    setBusy(null);
  };
  const order = (what: "again" | "skip") =>
    run(what, async (id) => {
      queries.setQueryData(query.queryKey, await orderPreflight(id, what));
    });
  const leave = (finds: Finding["finds"]) =>
    run(finds, async (id) => {
      if (check.data !== undefined) onLeftOut(await leaveOut(id, check.data.key, finds));
    });
  return { view: check.data, unread: check.isError, read: () => void check.refetch(), order, leave, busy, failed };
}

export type PreflightState = ReturnType<typeof usePreflight>;
