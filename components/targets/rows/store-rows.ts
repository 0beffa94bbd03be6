import * as z from "zod/mini";
import { routes } from "@/lib/routes";
import type { RowSetView } from "@/lib/tasks/draft";
import { ROW_KINDS } from "@/lib/tasks/targets";
import { putList, type StoreOutcome } from "../put-list";

const rowSetView = z.object({
  id: z.string(),
  kind: z.enum(ROW_KINDS),
  count: z.number(),
  parts: z.number(),
  source: z.string(),
  savedAt: z.string(),
  sample: z.array(z.string()),
});

/** What is saved: `sheet` as `formatRowSheet` writes it, `source` the name under which people know the spreadsheet. */
export type RowsToStore = { draftId: string; source: string; sheet: Uint8Array<ArrayBuffer> };

/** Saves rows with a draft, in place of those before. Safe to repeat. */
export const storeRows = (
  send: typeof fetch,
  { draftId, source, sheet }: RowsToStore,
  signal: AbortSignal,
): Promise<StoreOutcome<RowSetView>> =>
  putList(send, { address: routes.api.draftRows(draftId), source, bytes: sheet }, rowSetView, signal);
