import type { JsonObject } from "../json";
import type { Sheet } from "./spreadsheet";

/**
 * Inferred: the columns of the official templates are the parameters of the API. Headings are compared without
 * `*`, spaces, underlines, case and what stands in brackets; other columns are ignored.
 */
const COLUMNS = [
  "product_id",
  "node_id",
  "device_id",
  "device_name",
  "auth_type",
  "secret",
  "fingerprint",
  "secure_access",
  "timeout",
  "description",
  "gateway_id",
  "extension_info",
];
const REQUIRED: Record<string, string[]> = {
  createDevices: ["product_id", "node_id"],
  changeGateway: ["device_id", "gateway_id"],
};
/** A heading row stands within the first rows: templates have instructions above it. */
const HEADING_WITHIN = 30;

/** Rows below the heading that a task of this type needs; undefined when no sheet has such a heading. */
export function rowsFor(type: string, sheets: readonly Sheet[]): JsonObject[] | undefined {
  const wanted = REQUIRED[type] ?? ["device_id"];
  for (const sheet of sheets) {
    const at = sheet.slice(0, HEADING_WITHIN).findIndex((row) => {
      const names = row.map(columnName);
      return wanted.every((name) => names.includes(name));
    });
    if (at < 0) continue;
    const names = sheet[at]?.map(columnName) ?? [];
    return sheet
      .slice(at + 1)
      .map((row) => readRow(names, row))
      .filter((row) => Object.keys(row).length > 0);
  }
  return undefined;
}

/** The most rows that any kind of task would find in these sheets. */
export function countRows(sheets: readonly Sheet[]): number {
  const kinds = ["createDevices", "deleteDevices"];
  return Math.max(0, ...kinds.map((type) => rowsFor(type, sheets)?.length ?? 0));
}

function columnName(heading: string): string | undefined {
  const plain = (text: string) => text.replace(/[(（].*?[)）]|[*\s_]/g, "").toLowerCase();
  return COLUMNS.find((name) => plain(name) === plain(heading));
}

function readRow(names: (string | undefined)[], cells: string[]): JsonObject {
  const row: JsonObject = {};
  names.forEach((name, index) => {
    const text = cells[index] ?? "";
    if (name !== undefined && text.trim() !== "" && row[name] === undefined) row[name] = text;
  });
  return row;
}
