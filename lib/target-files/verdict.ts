import { MAX_TARGETS } from "@/lib/tasks/targets";

/** Largest file that is read at all, in bytes; a list of 30,000 of the longest IDs is under 4 MB. */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** Longest single record, in characters; anything longer is no list. */
export const MAX_RECORD_CHARS = 1_000_000;
/** Rejected rows that travel with a verdict; the rest is asked for page by page. */
export const REJECTIONS_SHOWN = 1_000;
/** Rejected rows that are remembered for the download; all are counted. */
export const REJECTIONS_KEPT = 100_000;
/** Device IDs that one task takes. */
export const MAX_DEVICE_IDS = MAX_TARGETS;

/** Why one entry can not be used; each is a key under `reasons` in the `targets` messages. */
export type Reason =
  | "space"
  | "blank"
  | "invisible"
  | "full-width"
  | "look-alike"
  | "line-break"
  | "character"
  | "long"
  | "empty"
  | "example"
  | Mark;

/** What a spreadsheet keeps in a cell in place of what was typed. */
export type Mark = "excel-number" | "formula" | "date" | "excel-error" | "excel-boolean";

/** Fills the placeholders of a reason's or refusal's sentence. */
export type Values = { readonly [name: string]: string | number };

/** One thing wrong with one cell; `fix` is the ID it most surely means, or null where that would be a guess. */
export type Flaw = { reason: Reason; values: Values; fix: string | null };

/** A rejected entry. `entry` counts entries from 0 and names it in `Choice.fixes`; `line` counts the file's lines from 1. */
export type Rejection = Flaw & { entry: number; line: number; content: string };

/** A column that the person may choose; `name` null without a header. */
export type Column = { index: number; name: string | null; samples: readonly string[] };

/** Where the IDs are: one column, or every cell (a pasted "a, b, c"). */
export type ColumnChoice = number | "every";

/** A sheet of a workbook; its place in the list names it. */
export type SheetInfo = { name: string; hidden: boolean };

/** What was read of a workbook. Rows that are hidden or filtered out are read like all others, and counted. */
export type WorkbookFacts = { sheets: readonly SheetInfo[]; sheet: number; hiddenRows: number; merged: number };

/** Where a table came from: `workbook` null for text, `encoding` null for a workbook. */
export type TableFacts = { encoding: Encoding | null; workbook: WorkbookFacts | null };

/** What the person decided; what is absent is found out. `fixes` names entries whose fix is taken. */
export type Choice = {
  column?: ColumnChoice;
  header?: boolean;
  fixes?: "all" | ReadonlySet<number>;
  /** Of a workbook, counted from 0. */
  sheet?: number;
};

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * What a list holds. `entries` = `ready` + `repeats` + `rejected`, always; blank lines and the header are counted
 * apart. `over` is by how many the ready IDs exceed what one task takes: nothing is cut off.
 */
export type ListVerdict = TableFacts & {
  kind: "list";
  entries: number;
  ready: number;
  repeats: number;
  rejected: number;
  blank: number;
  /** Lines above the header, such as a title. */
  above: number;
  over: number;
  fixable: number;
  fixed: number;
  rejections: readonly Rejection[];
  twins: Twins;
  columns: readonly Column[];
  column: ColumnChoice;
  header: boolean;
};

/** IDs that differ from another only in upper and lower case: distinct for the platform, often a slip. */
export type Twins = { count: number; examples: readonly (readonly [string, string])[] };

/** Why a whole file was not read; `reason` is a key under `refusals` in the `targets` messages. */
export type Refusal = { kind: "refusal"; reason: RefusalReason; values: Values };

export type RefusalReason =
  | "too-big"
  | "nothing"
  | "packed"
  | "markup"
  | "json"
  | "workbook-old"
  | "workbook-encrypted"
  | "workbook-damaged"
  | "workbook-huge"
  | "workbook-unsafe"
  | "not-text"
  | "encoding"
  | "long-line"
  | "open-quote"
  | "many-rows"
  | "unreadable";

export type Verdict = ListVerdict | Refusal;

/** Stops a reading with a refusal; only `readTable` catches it. */
export class RefusedList extends Error {
  readonly refusal: Refusal;
  constructor(reason: RefusalReason, values: Values = {}) {
    super(reason);
    this.name = "RefusedList";
    this.refusal = { kind: "refusal", reason, values };
  }
}

/** At most `limit` characters, with an ellipsis where something is left out; never half a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${[...text.slice(0, limit)].slice(0, -1).join("")}…`;
}
