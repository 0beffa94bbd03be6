import type { Result } from "@/lib/failure";
import type { Paging } from "@/lib/iotda/iotda";
import type { Page } from "@/lib/tasks/task";
import { PAGE } from "../read-pages";
import type { Caller } from "./caller";

/** Where reading a list stands. `total` null while not known; `whole` once its last page was read. */
export type Reading<T> = { items: T[]; total: number | null; whole: boolean; next: string | null };

export const unread = <T>(): Reading<T> => ({ items: [], total: null, whole: false, next: null });

type Reads<T> = {
  caller: Caller;
  operation: string;
  maxPages: number;
  /** Told of every page as it comes, so that whoever asks meanwhile sees it. */
  onPage?: (items: readonly T[]) => void;
};

/** Reads on, at most so many pages; stops where the caller has nothing left or the platform fails. */
export async function readOn<T>(
  reading: Reading<T>,
  { caller, operation, maxPages, onPage }: Reads<T>,
  read: (paging: Paging) => Promise<Result<Page<T>>>,
): Promise<Reading<T>> {
  const { items } = reading;
  let { total, whole, next } = reading;
  for (let page = 0; page < maxPages && !whole; page += 1) {
    const marker = next;
    const one = await caller.ask(operation, () => read({ limit: PAGE, ...(marker !== null && { marker }) }));
    if (!one.ok) break;
    items.push(...one.value.items);
    onPage?.(one.value.items);
    total ??= one.value.total;
    next = one.value.next;
    whole = next === null;
  }
  return { items, total, whole, next };
}
