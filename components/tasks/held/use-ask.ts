import { useState } from "react";
import type { Failure, Result } from "@/lib/failure";

/** Runs what a dialog asks for: busy meanwhile, closed when it went well, else with the failure to show. */
export function useAsk(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async (ask: () => Promise<Result<null>>): Promise<void> => {
    setBusy(true);
    const result = await ask();
    setBusy(false);
    if (result.ok) onDone();
    else setFailure(result.failure);
  };
  return { busy, failure, run };
}
