import type { RowKind } from "@/lib/tasks/targets";
import type { ColumnName } from "./columns";
import type { CellIssue } from "./judge-row";

/** What became of a usable row among the others: new, a repeat of an identical one, or at odds with an earlier one. */
export type Standing = { is: "new" } | { is: "repeat"; of: number } | { is: "odds"; issue: CellIssue };

type Kept = { row: number; cells: readonly string[] };

const NEW: Standing = { is: "new" };

/** Compares usable rows. `row` is the number by which people know it; only rows that stay are compared with. */
export function rowComparer(
  kind: RowKind,
  columns: readonly (ColumnName | null)[],
): (cells: readonly string[], row: number) => Standing {
  const place = (name: ColumnName) => columns.indexOf(name);
  const [deviceAt, productAt, nodeAt] = [place("device_id"), place("product_id"), place("node_id")];
  const isSame = (a: readonly string[], b: readonly string[]) =>
    columns.every((name, at) => name === null || (a[at] ?? "") === (b[at] ?? ""));
  const devices = new Map<string, Kept>();
  const products = new Map<string, Map<string, Kept>>();
  // Rows without an ID of their own are told by their product and node, unless one with an ID could meet theirs.
  let unnamed: Kept[] | null = [];

  const ownId = (cells: readonly string[]) =>
    (cells[deviceAt] ?? "") || `${cells[productAt] ?? ""}_${cells[nodeAt] ?? ""}`;
  const judged = (earlier: Kept, cells: readonly string[], column: ColumnName): Standing => {
    if (isSame(earlier.cells, cells)) return { is: "repeat", of: earlier.row };
    const reason = column === "node_id" ? "same-node" : "same-device";
    return { is: "odds", issue: { column, reason, values: { row: earlier.row }, fix: null } };
  };

  const compareDevices = (cells: readonly string[], row: number): Standing => {
    const device = cells[deviceAt] ?? "";
    const earlier = devices.get(device);
    if (earlier !== undefined) return judged(earlier, cells, "device_id");
    devices.set(device, { row, cells });
    return NEW;
  };

  const compareNodes = (cells: readonly string[], row: number): Standing => {
    const product = cells[productAt] ?? "";
    const node = cells[nodeAt] ?? "";
    // "a_b" with "c" and "a" with "b_c" would be the same device, too.
    if (unnamed !== null && ((cells[deviceAt] ?? "") !== "" || product.includes("_"))) {
      for (const kept of unnamed) devices.set(ownId(kept.cells), kept);
      unnamed = null;
    }
    const sameDevice = unnamed === null ? devices.get(ownId(cells)) : undefined;
    if (sameDevice !== undefined) return judged(sameDevice, cells, "device_id");
    let nodes = products.get(product);
    if (nodes === undefined) {
      nodes = new Map();
      products.set(product, nodes);
    }
    const sameNode = nodes.get(node);
    // Both without an ID of their own are the same device, not only the same node.
    const column = (cells[deviceAt] ?? "") === "" && (sameNode?.cells[deviceAt] ?? "") === "" ? "device_id" : "node_id";
    if (sameNode !== undefined) return judged(sameNode, cells, column);
    const kept = { row, cells };
    nodes.set(node, kept);
    if (unnamed === null) devices.set(ownId(cells), kept);
    else unnamed.push(kept);
    return NEW;
  };

  return kind === "registration" ? compareNodes : compareDevices;
}
