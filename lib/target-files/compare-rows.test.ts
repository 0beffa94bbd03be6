import fc from "fast-check";
import { expect, test } from "vitest";
import type { ColumnName } from "./columns";
import { rowComparer } from "./compare-rows";

const COLUMNS: readonly ColumnName[] = ["product_id", "node_id", "device_id", "device_name"];

/** The same by going through all earlier rows for each one. */
function slowly(rows: readonly (readonly string[])[]): readonly string[] {
  const own = ([product, node, device]: readonly string[]) => device || `${product}_${node}`;
  const kept: { row: number; cells: readonly string[] }[] = [];
  return rows.map((cells, row) => {
    const sameDevice = kept.find((other) => own(other.cells) === own(cells));
    const sameNode = kept.find((other) => other.cells[0] === cells[0] && other.cells[1] === cells[1]);
    const earlier = sameDevice ?? sameNode;
    if (earlier === undefined) {
      kept.push({ row, cells });
      return "new";
    }
    if (earlier.cells.join() === cells.join()) return `repeat of ${earlier.row}`;
    return `${sameDevice === undefined ? "same-node" : "same-device"} as ${earlier.row}`;
  });
}

test("rows are told apart by device and by node, whatever order they come in", () => {
  const part = fc.constantFrom("a", "b", "a_b", "b_c", "c");
  const row = fc.tuple(part, part, fc.constantFrom("", "", "", "a_b", "a_b_c", "x"), fc.constantFrom("", "N"));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 25 }), (rows) => {
      const compare = rowComparer("registration", COLUMNS);
      const told = rows.map((cells, at) => {
        const standing = compare(cells, at);
        if (standing.is === "odds") return `${standing.issue.reason} as ${standing.issue.values.row}`;
        return standing.is === "repeat" ? `repeat of ${standing.of}` : "new";
      });
      expect(told).toEqual(slowly(rows));
    }),
    { numRuns: 500 },
  );
});
