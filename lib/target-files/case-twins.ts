import type { Twins } from "./verdict";

const EXAMPLES = 3;

/** IDs that differ from another only in case: how many more than there would be without, the first few with theirs. */
export function findTwins(ids: ReadonlySet<string>): Twins {
  // Nearly every list has none, and counting is much cheaper than finding.
  const merged = new Set<string>();
  for (const id of ids) merged.add(id.toLowerCase());
  if (merged.size === ids.size) return { count: 0, examples: [] };
  const first = new Map<string, string>();
  const examples: (readonly [string, string])[] = [];
  let count = 0;
  for (const id of ids) {
    const lower = id.toLowerCase();
    // All lower case: it is found from its twins, and most lists have no others.
    if (lower === id) continue;
    const earlier = ids.has(lower) ? lower : first.get(lower);
    if (earlier === undefined) first.set(lower, id);
    else {
      count += 1;
      if (examples.length < EXAMPLES) examples.push([earlier, id]);
    }
  }
  return { count, examples };
}
