import type { DraftView } from "@/lib/tasks/draft";

/** A draft as this tab last knew it; `taskId` once it was sent. */
export type Latest = Pick<DraftView, "id" | "step" | "content" | "revision" | "savedAt" | "targetSet" | "rowSet"> & {
  taskId: string | null;
};

/**
 * The browser's back button shows a page with the answer that it once had, so a wizard would open an older draft than
 * the one that it saved itself. What was saved since is remembered here, for as long as the tab has not been reloaded.
 */
const known = new Map<string, Latest>();

export const latest = {
  put(draft: Latest): void {
    known.set(draft.id, draft);
  },
  /** The newer of what the page was given and what is remembered of the draft that the address names. */
  of(given: Latest | null, named: string | null): Latest | null {
    const remembered = known.get(given?.id ?? named ?? "");
    if (remembered === undefined) return given;
    return given === null || remembered.revision > given.revision || remembered.taskId !== null ? remembered : given;
  },
};
