export type Zone = { zone: string; offset: string };

/**
 * Zones whose name or offset holds what was typed; a space stands for the `_` and `/` of the names. A zone of exactly
 * that name comes first: every offset has "UTC" in it.
 */
export function matchingZones(zones: readonly Zone[], typed: string): readonly Zone[] {
  const wanted = plain(typed.trim());
  const found = zones.filter(({ zone, offset }) => plain(`${zone} ${offset}`).includes(wanted));
  const named = found.filter(({ zone }) => plain(zone) === wanted);
  return [...named, ...found.filter((item) => !named.includes(item))];
}

const plain = (text: string): string => text.toLowerCase().replace(/[_/]/g, " ");
