import type { Page } from "@/lib/tasks/task";
import type { Query } from "./encode";
import type { Paging } from "./iotda";

/** IoTDA reference: paging. Always asked for, because the platform's own default is 10. */
const MOST = 50;

/** The paging part of a query. Throws outside 1 to 50 and 0 to 500: the caller counts wrong. */
export function pagingQuery({ marker, limit = MOST, offset }: Paging): Query {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new RangeError(`limit ${limit} is not within 1 to 50`);
  if (offset !== undefined && (!Number.isInteger(offset) || offset < 0 || offset > 500))
    throw new RangeError(`offset ${offset} is not within 0 to 500`);
  return [
    ["limit", String(limit)] as const,
    ...(marker === undefined ? [] : [["marker", marker] as const]),
    ...(offset === undefined ? [] : [["offset", String(offset)] as const]),
  ];
}

/** `next` is the platform's marker, but null after a page that was not full or that did not move on. */
export function toPage<W, T>(
  answer: { page: { count: number | null; marker: string | null } | null; items: readonly W[] },
  { marker: asked, limit = MOST }: Paging,
  toItem: (wire: W) => T,
): Page<T> {
  const marker = answer.page?.marker || null;
  const goesOn = answer.items.length >= limit && marker !== asked;
  return { items: answer.items.map(toItem), total: answer.page?.count ?? null, next: goesOn ? marker : null };
}
