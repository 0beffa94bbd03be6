import { type Result, unwrap } from "@/lib/failure";
import type { Paging } from "@/lib/iotda/iotda";
import type { Page } from "@/lib/tasks/task";

/** The longest page that the platform gives. IoTDA reference: paging. */
export const PAGE = 50;

/** Every page of a list, up to a limit. Throws the platform's failure. */
export async function readPages<T>(
  read: (paging: Paging) => Promise<Result<Page<T>>>,
  maxPages: number,
): Promise<{ items: T[]; whole: boolean; total: number | null }> {
  const items: T[] = [];
  let marker: string | undefined;
  let total: number | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const one = unwrap(await read({ limit: PAGE, ...(marker !== undefined && { marker }) }));
    items.push(...one.items);
    total ??= one.total;
    if (one.next === null) return { items, whole: true, total };
    marker = one.next;
  }
  return { items, whole: false, total };
}
