import type { Twins } from "./verdict";

const EXAMPLES = 3;

/** IDs that differ from an earlier one only in case: `count` of them, the first few with the one they resemble. */
export function findTwins(ids: Iterable<string>): Twins {
  const first = new Map<string, string>();
  const examples: (readonly [string, string])[] = [];
  let count = 0;
  for (const id of ids) {
    const lower = id.toLowerCase();
    const earlier = first.get(lower);
    if (earlier === undefined) first.set(lower, id);
    else {
      count += 1;
      if (examples.length < EXAMPLES) examples.push([earlier, id]);
    }
  }
  return { count, examples };
}
