import type { Json } from "@/lib/json";

/** What was entered and not yet saved, with the revision that it was entered over. */
export type Kept = { revision: number; content: Json };

const keyOf = (draft: string): string => `draft-${draft}`;

/**
 * Lives as long as the tab, so that a reload or a sign-in in between loses nothing. `draft` is its id, or the name of
 * the task type while it has none.
 */
export const kept = {
  put(draft: string, value: Kept): void {
    try {
      sessionStorage.setItem(keyOf(draft), JSON.stringify(value));
    } catch {
      // A full or forbidden store costs only this second net.
    }
  },
  drop: (draft: string): void => sessionStorage.removeItem(keyOf(draft)),
  /** Null when there is none, or when the draft was saved by another since. */
  take(draft: string, revision: number): Json | null {
    try {
      const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(draft)) ?? "null");
      return isKept(value) && value.revision === revision ? value.content : null;
    } catch {
      return null;
    }
  },
};

const isKept = (value: unknown): value is Kept =>
  typeof value === "object" && value !== null && "revision" in value && "content" in value;
