import type { JsonObject } from "../json";
import type { Sheet } from "./spreadsheet";

/**
 * Inferred: the columns of the official templates are the parameters of the API. Headings are compared without
 * `*`, spaces, underlines, case and what stands in brackets, and are known in Chinese too; other columns are ignored.
 */
const COLUMNS: Record<string, string[]> = {
  product_id: ["产品ID"],
  node_id: ["设备标识码", "节点ID"],
  device_id: ["设备ID"],
  device_name: ["设备名称"],
  auth_type: ["认证类型", "设备认证类型"],
  secret: ["密钥", "设备密钥"],
  fingerprint: ["指纹"],
  secure_access: ["安全接入", "是否安全接入"],
  timeout: ["超时时间"],
  description: ["描述", "设备描述"],
  gateway_id: ["网关ID", "父设备ID"],
  extension_info: ["扩展信息"],
};
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

const plain = (text: string) => text.replace(/[(（].*?[)）]|[*\s_]/g, "").toLowerCase();
const NAMES = new Map(
  Object.entries(COLUMNS).flatMap(([name, others]) => [name, ...others].map((text) => [plain(text), name] as const)),
);

function columnName(heading: string): string | undefined {
  return NAMES.get(plain(heading));
}

function readRow(names: (string | undefined)[], cells: string[]): JsonObject {
  const row: JsonObject = {};
  names.forEach((name, index) => {
    const text = cells[index] ?? "";
    if (name !== undefined && text.trim() !== "" && row[name] === undefined) row[name] = text;
  });
  return row;
}
