"use client";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import type { Failure, Result } from "@/lib/failure";
import { routes } from "@/lib/routes";
import { useWizard } from "./use-wizard";

/**
 * Sends the draft: first saved, then submitted by id and revision. Locked from the press to the answer, and after a
 * good one until the task's page has come. The server makes two presses or two tabs one task, so that pressing again
 * after a cut line is safe.
 */
export function useSubmit(): { sending: boolean; failure: Failure | null; submit: () => Promise<void> } {
  const { draft, actions } = useWizard();
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const locked = useRef(false);

  /** Null when the draft could not be saved: why stands above the step already. */
  async function send(): Promise<Result<{ taskId: string }> | null> {
    if (!(await draft.autosave.flush())) return null;
    const id = draft.idNow.current;
    return id === null ? null : actions.submitDraft({ id, revision: draft.autosave.revision() });
  }

  async function submit(): Promise<void> {
    if (locked.current) return;
    locked.current = true;
    setSending(true);
    setFailure(null);
    try {
      const result = await send();
      if (result?.ok) {
        draft.noteSent(result.value.taskId);
        return router.push(routes.task(result.value.taskId));
      }
      setFailure(result?.failure ?? null);
    } catch {
      setFailure({ kind: "unreachable", host: window.location.host, cause: "cut" });
    }
    locked.current = false;
    setSending(false);
  }
  return { sending, failure, submit };
}
