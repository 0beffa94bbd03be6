/** The part of a key press that decides. */
export type Press = {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Somebody is typing, or a dialog or menu is open. */
  busy: boolean;
};

/** What a key does: `c` begins a task, `/` goes to the page's search. None does harm alone. */
export function shortcut({ key, ctrlKey, metaKey, altKey, busy }: Press): "new-task" | "search" | null {
  if (busy || ctrlKey || metaKey || altKey) return null;
  if (key === "c") return "new-task";
  return key === "/" ? "search" : null;
}
