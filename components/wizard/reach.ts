import type { GroupView, RowSetView, TargetSetView } from "@/lib/tasks/draft";
import { MAX_TARGETS } from "@/lib/tasks/targets";
import type { WizardValues } from "./values";

/**
 * Whom the task would reach. `count` null: not known. `atMost`: several groups may share devices, so that their sum
 * is a ceiling. `parts`: as how many tasks a list goes out that is too long for one. Groups that are chosen and not in the list are counted in `chosen` only.
 */
export type Reach =
  | { by: "devices" | "rows"; count: number; source: string; parts: number }
  | { by: "groups"; names: readonly string[]; chosen: number; count: number | null; atMost: boolean };

/** The number that stands on buttons: devices where their number is known, else groups. */
export const sizeOf = (reach: Reach): { of: "devices" | "groups"; count: number } =>
  reach.by === "groups" && reach.count === null
    ? { of: "groups", count: reach.chosen }
    : { of: "devices", count: reach.count ?? 0 };

/** From this many devices on, their number is typed before anything is sent. */
const WIDE = 1_000;

/** Null while nothing is chosen. `countOf` answers a group's direct members, null while unknown. */
export function reachOf(
  targets: WizardValues["targets"],
  groups: readonly GroupView[],
  { targetSet, rowSet }: { targetSet: TargetSetView | null; rowSet: RowSetView | null },
  countOf: (group: GroupView) => number | null,
): Reach | null {
  if (targets.by === "rows")
    return rowSet === null || rowSet.id !== targets.rowSetId
      ? null
      : { by: "rows", count: rowSet.count, source: rowSet.source, parts: rowSet.parts };
  if (targets.by === "devices")
    return targetSet === null || targetSet.id !== targets.targetSetId
      ? null
      : {
          by: "devices",
          count: targetSet.count,
          source: targetSet.source,
          parts: Math.ceil(targetSet.count / MAX_TARGETS),
        };
  if (targets.groupIds.length === 0) return null;
  const chosen = groups.filter(({ id }) => targets.groupIds.includes(id));
  const counts = chosen.map(countOf);
  const known = counts.length === targets.groupIds.length && counts.every((count) => count !== null);
  return {
    by: "groups",
    names: chosen.map(({ name }) => name),
    chosen: targets.groupIds.length,
    count: known ? counts.reduce((sum, count) => sum + count, 0) : null,
    atMost: targets.groupIds.length > 1,
  };
}

/** The number a person types before a wide task, or before one that can not be taken back: devices, or groups where nobody knows how many devices they hold. */
export function guardOf(reach: Reach, oneWay: boolean): { expected: number; of: "devices" | "groups" } | null {
  const { of, count } = sizeOf(reach);
  return oneWay || of === "groups" || count >= WIDE ? { expected: count, of } : null;
}

/** True when what was typed is that number, however its digits are grouped. */
export const matches = (typed: string, expected: number): boolean =>
  typed.replace(/[\s,.'\u2019\uff0c]/g, "") === String(expected);
