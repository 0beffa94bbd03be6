import type { RowKind } from "@/lib/tasks/targets";

/** A column by its name on the wire, which is the name of the API's parameter. */
export type ColumnName =
  | "product_id"
  | "node_id"
  | "device_id"
  | "device_name"
  | "auth_type"
  | "secret"
  | "fingerprint"
  | "secure_access"
  | "timeout"
  | "description"
  | "gateway_id";

/** `secret` columns are masked on screen and never kept in clear. `headers`: other names by which people know it. */
export type RowColumn = { name: ColumnName; required?: true; secret?: true; headers: readonly string[] };

const HEADERS: Readonly<Record<ColumnName, readonly string[]>> = {
  product_id: ["Product", "产品ID", "产品编号", "所属产品ID", "所属产品"],
  node_id: [
    "Node",
    "Device identifier",
    "Device identification code",
    "设备标识码",
    "设备标识",
    "节点ID",
    "设备节点ID",
  ],
  device_id: ["IoT device ID", "设备ID", "设备编号"],
  device_name: ["Name", "设备名称", "设备名", "名称"],
  auth_type: ["Authentication type", "Authentication", "认证类型", "设备认证类型", "鉴权类型", "认证方式", "鉴权方式"],
  secret: ["Device secret", "Key", "PSK", "密钥", "设备密钥"],
  fingerprint: ["Certificate fingerprint", "指纹", "证书指纹", "X.509证书指纹"],
  secure_access: ["Secure", "安全接入", "是否安全接入", "安全接入方式"],
  timeout: ["Timeout seconds", "Validity", "超时时间", "有效期", "有效时间", "超时"],
  description: ["Device description", "描述", "设备描述", "备注", "说明"],
  gateway_id: ["Gateway", "Parent device ID", "网关ID", "网关设备ID", "父设备ID", "父节点ID", "所属网关"],
};

const column = (name: ColumnName): RowColumn => ({ name, headers: HEADERS[name] });
const required = (name: ColumnName): RowColumn => ({ name, required: true, headers: HEADERS[name] });

/**
 * The one configuration of what each kind of file holds, in the order in which it is written.
 * Inferred: the columns of the platform's own templates are not published; these are the parameters of the calls that
 * each row stands for. IoTDA reference: AddDevice, UpdateDevice, ChangeGateway. A template that an operator provides
 * decides which of them are sent, in which order, and under which headers.
 */
export const ROW_COLUMNS: Readonly<Record<RowKind, readonly RowColumn[]>> = {
  registration: [
    required("product_id"),
    required("node_id"),
    column("device_id"),
    column("device_name"),
    column("auth_type"),
    { name: "secret", secret: true, headers: HEADERS.secret },
    column("fingerprint"),
    column("secure_access"),
    column("timeout"),
    column("description"),
    column("gateway_id"),
  ],
  update: [
    required("device_id"),
    column("device_name"),
    column("description"),
    column("secure_access"),
    column("timeout"),
  ],
  gateways: [required("device_id"), required("gateway_id")],
};

const NAMES: ReadonlyMap<string, ColumnName> = new Map(
  Object.values(ROW_COLUMNS)
    .flat()
    .flatMap(({ name, headers }) => [name, ...headers].map((header) => [plain(header), name] as const)),
);

/** The column that a header cell names, whatever its case, spaces, stars and remarks in brackets; null for others. */
export function columnOfHeader(kind: RowKind, cell: string): ColumnName | null {
  const text = cell.normalize("NFKC");
  const name = NAMES.get(plain(text)) ?? NAMES.get(plain(text.replace(/[([【{].*$/s, "")));
  return ROW_COLUMNS[kind].some((column) => column.name === name) ? (name ?? null) : null;
}

/** The required columns that are not among the given ones. */
export const missingColumns = (kind: RowKind, columns: readonly ColumnName[]): readonly ColumnName[] =>
  ROW_COLUMNS[kind].filter(({ name, required }) => required && !columns.includes(name)).map(({ name }) => name);

/** Whether `text` is the name of a column of this kind. */
export const isColumnName = (kind: RowKind, text: unknown): text is ColumnName =>
  ROW_COLUMNS[kind].some(({ name }) => name === text);

function plain(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-*.:#"'()]|\p{Default_Ignorable_Code_Point}/gu, "");
}
