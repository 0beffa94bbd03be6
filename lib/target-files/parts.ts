import { MAX_PARTS, MAX_TARGETS } from "@/lib/tasks/targets";

/** Device IDs that a list may have when it is split into several tasks. */
export const MAX_SPLIT_IDS = MAX_TARGETS * MAX_PARTS;

/** The sizes of the tasks into which so many devices are split: all full but the last. */
export function partSizes(count: number, most: number): readonly number[] {
  const full = Array.from({ length: Math.floor(count / most) }, () => most);
  return count % most === 0 ? full : [...full, count % most];
}
