import type { RowKind } from "@/lib/tasks/targets";
import { CELL_RULES, type CellReason } from "./cell-rules";
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

/** Judges rows one by one: every cell by its own rule, then the cells against each other. Knows nothing of other rows. */
export function rowJudge(
  kind: RowKind,
  columns: readonly (ColumnName | null)[],
): (cells: readonly string[]) => JudgedRow {
  const places = new Map(columns.map((name, at) => [name, at] as const));
  const required = ROW_COLUMNS[kind].filter((column) => column.required).map(({ name }) => name);

  return (cells) => {
    const issues: CellIssue[] = [];
    const judged = columns.map((name, at) => {
      const text = trim(cells[at] ?? "");
      if (name === null || text === "") return text;
      const verdict = CELL_RULES[name](text);
      if (typeof verdict === "string") return verdict;
      issues.push({ column: name, ...verdict });
      return text;
    });
    const cell: CellOf = (column) => judged[places.get(column) ?? -1] ?? "";
    for (const column of required) if (cell(column) === "") issues.push(issue(column, "required"));
    issues.push(...CROSS[kind](cell));
    return { cells: judged, issues };
  };
}

const CROSS: Readonly<Record<RowKind, (cell: CellOf) => readonly CellIssue[]>> = {
  registration: (cell) => {
    const issues: CellIssue[] = [];
    const certificates = cell("auth_type") === "CERTIFICATES";
    if (certificates && cell("fingerprint") === "") issues.push(issue("fingerprint", "needs-fingerprint"));
    if (certificates && cell("secret") !== "") issues.push(issue("secret", "secret-with-certificates"));
    if (!certificates && cell("fingerprint") !== "") issues.push(issue("auth_type", "needs-certificates"));
    // In lists from the platform a direct device has itself as its gateway; no device can be registered so.
    if (cell("gateway_id") !== "" && cell("gateway_id") === ownId(cell))
      issues.push(issue("gateway_id", "own-gateway"));
    return issues;
  },
  update: (cell) => {
    const changes = ROW_COLUMNS.update.filter(({ required }) => !required);
    return changes.every(({ name }) => cell(name) === "") ? [issue("device_id", "nothing-to-change")] : [];
  },
  // IoTDA reference: ChangeGateway, only devices below a gateway, and to another one.
  gateways: (cell) =>
    cell("gateway_id") !== "" && cell("gateway_id") === cell("device_id") ? [issue("gateway_id", "own-gateway")] : [],
};

/** Inferred: a device without an ID of its own is given the product's and its node ID with `_` between. */
const ownId = (cell: CellOf) => cell("device_id") || `${cell("product_id")}_${cell("node_id")}`;

/** What became of a usable row among the others: new, a repeat of an identical one, or at odds with an earlier one. */
export type Standing = { is: "new" } | { is: "repeat"; of: number } | { is: "odds"; issue: CellIssue };

/** Compares usable rows. `row` is the number by which people know it; only rows that stay are compared with. */
export function rowComparer(
  kind: RowKind,
  columns: readonly (ColumnName | null)[],
): (cells: readonly string[], row: number) => Standing {
  const places = new Map(columns.map((name, at) => [name, at] as const));
  const devices = new Map<string, number>();
  const nodes = new Map<string, number>();
  const rows = new Map<number, readonly string[]>();
  const isSame = (a: readonly string[], b: readonly string[]) =>
    columns.every((name, at) => name === null || (a[at] ?? "") === (b[at] ?? ""));

  return (cells, row) => {
    const cell: CellOf = (column) => cells[places.get(column) ?? -1] ?? "";
    const device = kind === "registration" ? ownId(cell) : cell("device_id");
    const node = kind === "registration" ? `${cell("product_id")} ${cell("node_id")}` : device;
    const sameDevice = devices.get(device);
    const sameNode = nodes.get(node);
    const earlier = sameDevice ?? sameNode;
    if (earlier !== undefined) {
      if (isSame(rows.get(earlier) ?? [], cells)) return { is: "repeat", of: earlier };
      const [column, reason] =
        sameDevice === undefined ? (["node_id", "same-node"] as const) : (["device_id", "same-device"] as const);
      return { is: "odds", issue: { ...issue(column, reason), values: { row: earlier } } };
    }
    devices.set(device, row);
    nodes.set(node, row);
    rows.set(row, cells);
    return { is: "new" };
  };
}

const issue = (column: ColumnName, reason: RowReason): CellIssue => ({ column, reason, values: {}, fix: null });

/** Ordinary spaces, tabs and line ends around a cell are no part of it. */
const trim = (text: string) => text.replace(/^[ \t\n]+|[ \t\n]+$/g, "");
