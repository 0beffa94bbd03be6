import type { QueryValue } from "./contract";
import type { JsonObject } from "./json";

export interface PageRequest {
  limit: number;
  marker: string;
  offset: number;
}

export interface Page<T> {
  items: T[];
  page: JsonObject;
}

/** Paging as every list has it: newest first, ids below the marker, then `offset` skipped. */
export function pageRequest(query: Record<string, QueryValue>): PageRequest {
  return {
    limit: Number(query.limit ?? 10),
    marker: String(query.marker ?? "f".repeat(24)).toLowerCase(),
    offset: Number(query.offset ?? 0),
  };
}

/**
 * One page of records that are sorted by id ascending. `count` is the number of all matches.
 * Inferred: an empty page has no marker.
 */
export function pageOf<T>(
  records: readonly T[],
  idOf: (record: T, index: number) => string,
  { limit, marker, offset }: PageRequest,
  matches?: (record: T) => boolean,
): Page<T> {
  const items: T[] = [];
  let count = matches ? 0 : records.length;
  let skip = offset;
  let last = "";
  const start = lowerBound(records, idOf, marker);
  for (let index = records.length - 1; index >= 0; index--) {
    const record = records[index];
    if (record === undefined) continue;
    if (matches) {
      if (!matches(record)) continue;
      count++;
    } else if (items.length === limit) {
      break;
    }
    if (index >= start || items.length === limit || skip-- > 0) continue;
    items.push(record);
    last = idOf(record, index);
  }
  return { items, page: last === "" ? { count } : { count, marker: last } };
}

/** Index of the first record whose id is not below the marker. */
function lowerBound<T>(records: readonly T[], idOf: (record: T, index: number) => string, marker: string): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const record = records[middle];
    if (record !== undefined && idOf(record, middle) < marker) low = middle + 1;
    else high = middle;
  }
  return low;
}
