"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Failure, Result } from "@/lib/failure";
import { routes } from "@/lib/routes";
import type { PreparedDraft } from "./actions";

/** Makes a draft and opens it in the wizard; `failure` says why there is none. */
export function usePrepare() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const prepare = async (make: () => Promise<Result<PreparedDraft>>) => {
    setBusy(true);
    setFailure(null);
    const made = await make().catch(() => null);
    // Busy until the other page is there: a second press would make a second draft.
    if (made?.ok) return router.push(routes.wizard(made.value.type, made.value.draftId));
    setBusy(false);
    setFailure(made === null ? { kind: "unreachable", host: location.host, cause: "cut" } : made.failure);
  };
  return { busy, failure, prepare, forget: () => setFailure(null) };
}
