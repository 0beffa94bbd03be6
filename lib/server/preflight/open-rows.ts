import type { Database } from "@/lib/db/database";
import { findRowSet, readSealedRows, sealName } from "@/lib/db/row-sets";
import type { Sealing } from "@/lib/db/sealing";
import { FailureError } from "@/lib/failure";
import { parseRowSheet, type RowSheet } from "@/lib/target-files/row-sheet";
import type { Target } from "./looked";

const missing = () => new FailureError({ kind: "missing", what: "rows" });

/** The rows of a draft as one sheet again. They can hold secrets: what is kept of them longer than a call are IDs. */
export async function openRows(
  { database, sealing }: { database: Database; sealing: Sealing },
  { draftId, rowSetId }: { draftId: string; rowSetId: string },
): Promise<RowSheet> {
  const set = await findRowSet(database, rowSetId);
  if (set === null || set.draftId !== draftId) throw missing();
  const sheets: RowSheet[] = [];
  for (const [index] of set.counts.entries()) {
    const sealed = await readSealedRows(database, rowSetId, index + 1);
    if (sealed === null) throw missing();
    const parsed = parseRowSheet(set.kind, await sealing.open(sealName(rowSetId, index + 1), sealed));
    if (!parsed.ok) throw missing();
    sheets.push(parsed.sheet);
  }
  return { columns: sheets[0]?.columns ?? [], rows: sheets.flatMap(({ rows }) => rows) };
}

/** The device that each row speaks of. A new one without an ID gets product and node. IoTDA reference: AddDevice. */
export function targetsIn({ columns, rows }: RowSheet): readonly Target[] {
  const place = (name: RowSheet["columns"][number]) => columns.indexOf(name);
  const [device, product, node, gateway] = [
    place("device_id"),
    place("product_id"),
    place("node_id"),
    place("gateway_id"),
  ];
  return rows.map((row) => {
    const productId = row[product] ?? "";
    const id = row[device] || `${productId}_${row[node] ?? ""}`;
    return { id, row: { productId, gatewayId: row[gateway] ?? "" } };
  });
}

/** The sheet without the rows of some devices. */
export function withoutRows(sheet: RowSheet, gone: ReadonlySet<string>): RowSheet {
  const targets = targetsIn(sheet);
  return { columns: sheet.columns, rows: sheet.rows.filter((_, index) => !gone.has(targets[index]?.id ?? "")) };
}
