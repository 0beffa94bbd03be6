import type { Database } from "@/lib/db/database";
import { findRowSet, readSealedRows, sealName } from "@/lib/db/row-sets";
import type { Sealing } from "@/lib/db/sealing";
import { FailureError } from "@/lib/failure";
import { parseRowSheet, type RowSheet } from "@/lib/target-files/row-sheet";
import type { Target } from "./looked";

/** The devices that the rows of a draft speak of. Nothing but IDs leaves this function: rows can hold secrets. */
export async function openRows(database: Database, sealing: Sealing, rowSetId: string): Promise<readonly Target[]> {
  const set = await findRowSet(database, rowSetId);
  const targets: Target[] = [];
  for (const [index] of set?.counts.entries() ?? []) {
    const sealed = await readSealedRows(database, rowSetId, index + 1);
    if (set === null || sealed === null) throw new FailureError({ kind: "missing", what: "rows" });
    const parsed = parseRowSheet(set.kind, await sealing.open(sealName(rowSetId, index + 1), sealed));
    if (!parsed.ok) throw new FailureError({ kind: "missing", what: "rows" });
    targets.push(...targetsIn(parsed.sheet));
  }
  return targets;
}

/** The ID that a new device gets when its row names none: product and node. IoTDA reference: AddDevice. */
export function targetsIn({ columns, rows }: RowSheet): readonly Target[] {
  const at = (row: readonly string[], name: RowSheet["columns"][number]) => row[columns.indexOf(name)] ?? "";
  return rows.map((row) => {
    const productId = at(row, "product_id");
    const id = at(row, "device_id") || `${productId}_${at(row, "node_id")}`;
    return { id, row: { productId, gatewayId: at(row, "gateway_id") } };
  });
}
