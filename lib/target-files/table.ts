import type { Mark, TableFacts } from "./verdict";

/** What is special about a record's cells, by their place; null where nothing is. */
export type Marks = ReadonlyMap<number, Mark> | null;

/**
 * Hears one record: its cells, and the line or row on which it starts, as the person sees it, counted from 1. `hash` is
 * the only cell's `hashOfId`, where it is known by the way.
 */
export type OnRecord = (cells: readonly string[], line: number, marks: Marks, hash?: number) => void;

/** The first records of a table that have anything in them; `isWhole`: there are no others. */
export type Sample = { records: readonly (readonly string[])[]; isWhole: boolean };

/** Lines with a title or instructions that may stand above a header. */
export const MAX_ABOVE = 10;

/** What is made of a table: started with its first records, then told every record (those too), blank ones as well. */
export type StartTable<T> = (sample: Sample) => { record: OnRecord; end: (facts: TableFacts) => T };

/** `onBytes` hears the bytes read so far; an aborted `signal` ends the reading with its reason. */
export type Watching = { onBytes: (bytes: number) => void; signal: AbortSignal };
