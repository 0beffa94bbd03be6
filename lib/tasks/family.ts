import { NO_PROGRESS, PROGRESS_PARTS, type Progress } from "./progress";
import { type Standing, standing } from "./standing";
import type { NonEmpty } from "./targets";
import { ATTENTION_REASONS, type TaskRow } from "./view";

/** A part's own title: "Night rollout 2/3". */
export const partTitle = (title: string, { part, parts }: { part: number; parts: number }): string =>
  `${title} ${part}/${parts}`;

/** The title that all parts share. */
export const familyTitle = (title: string): string => title.replace(/ \d+\/\d+$/, "");

/** What a person must know first, first: how a family stands is how the worst of its parts does. */
const WORST: readonly Standing[] = [
  "uncertain",
  "missed",
  "refused",
  "failed",
  "gone",
  "partly",
  "unknown",
  "gate",
  "stopping",
  "running",
  "sending",
  "waiting",
  "scheduled",
  "held",
  "stopped",
  "cancelled",
  "done",
  "draft",
];

/** A part, and how many devices it was asked to reach where that is known. */
export type FamilyPart = { row: TaskRow; asked: number | null };

/** All parts of a family as one row of a list, under the first part's id. `now` is in milliseconds. */
export function foldFamily(parts: NonEmpty<FamilyPart>, now: number): TaskRow {
  const rows = parts.map(({ row }) => row);
  const first = parts[0].row;
  const worst = rows.reduce((a, b) => (rank(b, now) < rank(a, now) ? b : a));
  const ends = known(rows.map(({ finishedAt }) => finishedAt));
  return {
    ...first,
    title: familyTitle(first.title),
    submission: worst.submission,
    status: worst.status,
    gone: worst.gone,
    startsAt: known(rows.map(({ startsAt }) => startsAt)).at(0) ?? null,
    finishedAt: ends.length === rows.length ? (ends.at(-1) ?? null) : null,
    readAt: known(rows.map(({ readAt }) => readAt)).at(0) ?? null,
    progress: sumOf(parts),
    needsAttention: ATTENTION_REASONS.find((reason) => rows.some((row) => row.needsAttention === reason)) ?? null,
  };
}

const rank = (row: TaskRow, now: number): number => WORST.indexOf(standing(row, now));

/** Instants in order, without those that are not known. */
const known = (instants: readonly (string | null)[]): readonly string[] =>
  instants.filter((instant) => instant !== null).toSorted();

/** What the platform did not count yet is in the total as it was asked for, and in no other counter. */
function sumOf(parts: readonly FamilyPart[]): Progress {
  const sum = (counter: keyof Progress): number | null => {
    const counts = parts.flatMap(
      ({ row, asked }) => row.progress[counter] ?? (counter === "total" ? (asked ?? []) : []),
    );
    return counts.length === 0 ? null : counts.reduce((all, count) => all + count, 0);
  };
  const progress = { ...NO_PROGRESS };
  for (const counter of COUNTERS) progress[counter] = sum(counter);
  return progress;
}

const COUNTERS: readonly (keyof Progress)[] = ["total", ...PROGRESS_PARTS];
