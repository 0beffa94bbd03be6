export type Zone = { zone: string; offset: string };

/** Zones whose name or offset holds what was typed; a space stands for the `_` and `/` of the names. */
export function matchingZones(zones: readonly Zone[], typed: string): readonly Zone[] {
  const wanted = typed.trim().toLowerCase().replace(/[_/]/g, " ");
  return zones.filter(({ zone, offset }) => `${zone} ${offset}`.toLowerCase().replace(/[_/]/g, " ").includes(wanted));
}
