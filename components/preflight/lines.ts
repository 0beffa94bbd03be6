import type { StatusKind } from "@/components/ui/glyph";
import type { Finding, Meaning, PreflightView } from "@/lib/tasks/preflight";

/** What is told first: that they fail, that they may, that they wait, that nothing happens to them. */
const GLYPHS: { readonly [M in Meaning]: StatusKind } = {
  fails: "failed",
  rowFails: "failed",
  packageMisfit: "failed",
  commandMisfit: "failed",
  shadowMisfit: "failed",
  onlyMqtt: "failed",
  neverMqtt: "failed",
  cannotConnect: "removed",
  shadowKept: "removed",
  nothingChanges: "same",
  onlyDirect: "failed",
  onlyChildren: "failed",
  childrenFirst: "failed",
  counted: "same",
  notOver: "partly",
  conflicts: "partly",
  alsoReached: "partly",
  waits25Hours: "waiting",
  failsAtOnce: "failed",
  keptOrFails: "waiting",
  keptForItsTime: "waiting",
  deliveredLater: "waiting",
};

export const glyphOf = ({ means }: Finding): StatusKind => GLYPHS[means];

/** What was looked for and not found, by how many of the devices that is true of; `untold` of none. */
export type Lines = {
  found: readonly Finding[];
  all: readonly Finding[];
  part: readonly { checked: number; findings: readonly Finding[] }[];
  untold: readonly Finding[];
};

/** Unknown is never the same as none: each finding without devices stands under what was really checked. */
export function linesOf({ findings, total }: Pick<PreflightView, "findings" | "total">): Lines {
  const found = findings.filter(({ count }) => count > 0);
  const clear = findings.filter(({ count }) => count === 0);
  const all = clear.filter(({ checked }) => checked > 0 && checked === total);
  const part = clear.filter(({ checked }) => checked > 0 && checked !== total);
  const sizes = [...new Set(part.map(({ checked }) => checked))].toSorted((a, b) => b - a);
  return {
    found,
    all,
    part: sizes.map((checked) => ({ checked, findings: part.filter((one) => one.checked === checked) })),
    untold: clear.filter(({ checked }) => checked === 0),
  };
}
