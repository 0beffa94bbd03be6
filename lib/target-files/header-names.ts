/** Names under which device IDs stand, in the words of IoTDA's API and of its console in both languages. */
const DEVICE_ID_NAMES = new Set(["deviceid", "deviceids", "iotdeviceid", "设备id", "设备ids"]);
/** Names under which they often stand. */
const LIKELY_NAMES = new Set([
  ...["id", "ids", "device", "devices", "target", "targets", "deviceno", "devicenumber", "deviceidentifier"],
  ...["imei", "sn", "serial", "serialnumber", "serialno"],
  ...["设备", "设备编号", "设备号", "设备标识", "设备标识符", "编号", "序列号", "设备序列号", "目标设备"],
]);
/** Names of other columns, which only tell that the first record is a header. 设备标识码 is the node ID. */
const OTHER_NAMES = new Set([
  ...["nodeid", "devicename", "name", "productid", "productname", "product", "gatewayid", "status", "nodetype"],
  ...["description", "tags", "group", "region", "site", "remark", "remarks", "note", "model"],
  ...[
    "设备标识码",
    "节点id",
    "设备名称",
    "名称",
    "产品id",
    "产品",
    "产品名称",
    "所属产品",
    "网关id",
    "状态",
    "设备状态",
  ],
  ...["节点类型", "描述", "标签", "分组", "区域", "备注", "说明", "型号", "序号"],
]);

/** 2: surely the column of device IDs, 1: likely, 0: some other column's name; null: not a known name. */
export function headerRank(cell: string): 2 | 1 | 0 | null {
  const name = cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-*.:#"'()]|\p{Default_Ignorable_Code_Point}/gu, "");
  if (DEVICE_ID_NAMES.has(name)) return 2;
  if (LIKELY_NAMES.has(name)) return 1;
  return OTHER_NAMES.has(name) ? 0 : null;
}
