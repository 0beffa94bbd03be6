import type { RowKind } from "@/lib/tasks/targets";
import { CELL_RULES, type CellReason, type CellRule } from "./cell-rules";
import { type ColumnName, ROW_COLUMNS } from "./columns";
import type { Values } from "./verdict";

/** Why a row can not be used although each of its cells could be; each is a key under `reasons` in the `rows` messages. */
export type RowReason =
  | CellReason
  | "needs-fingerprint"
  | "needs-certificates"
  | "secret-with-certificates"
  | "nothing-to-change"
  | "own-gateway"
  | "same-device"
  | "same-node"
  | "secret";

/** One thing wrong, at one cell. `fix` is what the cell most surely means, or null where that would be a guess. */
export type CellIssue = { column: ColumnName; reason: RowReason; values: Values; fix: string | null };

/** A row as it will be sent, in the order of the columns given; with issues, its cells are as far as they were judged. */
export type JudgedRow = { cells: readonly string[]; issues: readonly CellIssue[] };

/** What one row's cells say, by column; "" for a column that is not there. */
type CellOf = (column: ColumnName) => string;

const NO_ISSUES: readonly CellIssue[] = [];

/** Judges rows one by one: every cell by its own rule, then the cells against each other. Knows nothing of other rows. */
export function rowJudge(
  kind: RowKind,
  columns: readonly (ColumnName | null)[],
): (cells: readonly string[]) => JudgedRow {
  const rules = columns.map((name) => {
    const rule = name === null ? null : CELL_RULES[name];
    return rule !== null && WORDS.includes(name) ? remembering(rule) : rule;
  });
  const required = ROW_COLUMNS[kind].filter((column) => column.required).map(({ name }) => name);
  const reader = cellReader(columns);

  return (cells) => {
    const found: CellIssue[] = [];
    const judged = new Array<string>(columns.length);
    for (let at = 0; at < columns.length; at += 1) {
      const text = trim(cells[at] ?? "");
      judged[at] = text;
      const name = columns[at] ?? null;
      if (name === null || text === "") continue;
      const verdict = rules[at]?.(text) ?? text;
      if (typeof verdict === "string") judged[at] = verdict;
      else found.push({ column: name, ...verdict });
    }
    const cell = reader(judged);
    for (const column of required) if (cell(column) === "") found.push(issue(column, "required"));
    for (const crossed of CROSS[kind](cell)) found.push(crossed);
    return { cells: isEqual(judged, cells) ? cells : judged, issues: found.length === 0 ? NO_ISSUES : found };
  };
}

/** Most rows stay as they are: one array is kept of them, not two. */
const isEqual = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((text, at) => text === b[at]);

/** These columns say the same few words again and again. */
const WORDS: readonly (ColumnName | null)[] = ["auth_type", "secure_access", "timeout"];
const MAX_REMEMBERED = 16;

function remembering(rule: CellRule): CellRule {
  const known = new Map<string, ReturnType<CellRule>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const verdict = rule(text);
    if (known.size < MAX_REMEMBERED) known.set(text, verdict);
    return verdict;
  };
}

/** Reads a row's cells by their columns. What it answers is good until it is asked for the next row. */
function cellReader(columns: readonly (ColumnName | null)[]): (cells: readonly string[]) => CellOf {
  const places = new Map(columns.map((name, at) => [name, at] as const));
  let row: readonly string[] = [];
  const cell: CellOf = (column) => {
    const at = places.get(column);
    return at === undefined ? "" : (row[at] ?? "");
  };
  return (cells) => {
    row = cells;
    return cell;
  };
}

const CROSS: Readonly<Record<RowKind, (cell: CellOf) => readonly CellIssue[]>> = {
  registration: (cell) => {
    const certificates = cell("auth_type") === "CERTIFICATES";
    const fingerprint = cell("fingerprint");
    const gateway = cell("gateway_id");
    // In lists from the platform a direct device has itself as its gateway; no device can be registered so.
    const own = gateway !== "" && gateway === ownId(cell) ? [issue("gateway_id", "own-gateway")] : NO_ISSUES;
    if (!certificates) return fingerprint === "" ? own : [issue("auth_type", "needs-certificates"), ...own];
    const issues = [...own];
    if (fingerprint === "") issues.push(issue("fingerprint", "needs-fingerprint"));
    if (cell("secret") !== "") issues.push(issue("secret", "secret-with-certificates"));
    return issues;
  },
  update: (cell) =>
    CHANGES.every((name) => cell(name) === "") ? [issue("device_id", "nothing-to-change")] : NO_ISSUES,
  // IoTDA reference: ChangeGateway, only devices below a gateway, and to another one.
  gateways: (cell) =>
    cell("gateway_id") !== "" && cell("gateway_id") === cell("device_id")
      ? [issue("gateway_id", "own-gateway")]
      : NO_ISSUES,
};

const CHANGES = ROW_COLUMNS.update.filter(({ required }) => !required).map(({ name }) => name);

/** Inferred: a device without an ID of its own is given the product's and its node ID with `_` between. */
const ownId = (cell: CellOf) => cell("device_id") || `${cell("product_id")}_${cell("node_id")}`;

const issue = (column: ColumnName, reason: RowReason): CellIssue => ({ column, reason, values: {}, fix: null });

/** Ordinary spaces, tabs and line ends around a cell are no part of it. */
function trim(text: string): string {
  const isPlain = text === "" || (text.charCodeAt(0) > SPACE && text.charCodeAt(text.length - 1) > SPACE);
  return isPlain ? text : text.replace(/^[ \t\n]+|[ \t\n]+$/g, "");
}

const SPACE = 32;
