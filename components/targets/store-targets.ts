import * as z from "zod/mini";
import { routes } from "@/lib/routes";
import type { TargetSetView } from "@/lib/tasks/draft";
import { putList, type StoreOutcome } from "./put-list";

const targetSetView = z.object({
  id: z.string(),
  count: z.number(),
  source: z.string(),
  savedAt: z.string(),
  sample: z.array(z.string()),
});

/** What is saved: `ids` joined by newlines, `source` the name under which people know the list. */
export type ListToStore = { draftId: string; source: string; ids: Uint8Array<ArrayBuffer> };

/** Saves a list of device IDs with a draft, in place of the one before. Safe to repeat. */
export const storeTargets = (
  send: typeof fetch,
  { draftId, source, ids }: ListToStore,
  signal: AbortSignal,
): Promise<StoreOutcome<TargetSetView>> =>
  putList(send, { address: routes.api.draftTargets(draftId), source, bytes: ids }, targetSetView, signal);
