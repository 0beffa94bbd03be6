/** The list as it is shown: what the filter lets through, in the given order or by ID. */
export function shownIds(
  ids: readonly string[],
  { filter, sorted }: { filter: string; sorted: boolean },
): readonly string[] {
  const wanted = filter.trim().toLowerCase();
  const found = wanted === "" ? ids : ids.filter((id) => id.toLowerCase().includes(wanted));
  return sorted ? found.toSorted((one, other) => (one < other ? -1 : 1)) : found;
}

/** Both lists as one: the first keeps its order, of the second come those that it does not have yet. */
export const joined = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...new Set([...one, ...other]),
];

/** What is left without the removed ones; order kept. */
export function without(ids: readonly string[], removed: ReadonlySet<string>): readonly string[] {
  return ids.filter((id) => !removed.has(id));
}
