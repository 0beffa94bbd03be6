import { type DeviceFilter, deviceFilterIssues, saysItsSpace } from "@/lib/fleet/device-filter";

/** IoTDA reference: SearchDevices. */
export const MAX_SQL = 400;

/** What `like` takes before its `%`: anything else is compared whole. IoTDA reference: SearchDevices. */
const PREFIX = /^[\u4e00-\u9fa5A-Za-z0-9_-]{4,}$/;

/**
 * The conditions that a filter is. Throws on a filter with issues: what a person typed is quoted here, and only what is
 * known to stay inside its quotes gets so far. Inferred: the key and the value of a tag may be those of two tags.
 */
export function searchWhere(filter: DeviceFilter, spaceId: string): string {
  if (deviceFilterIssues(filter).length > 0) throw new TypeError("A filter that was not checked");
  const { product, status, name, node, device, tag, tagValue, firmware, software, gateway, group } = filter;
  return [
    ...(saysItsSpace(filter) ? [] : is("app_id", checkedId(spaceId))),
    ...is("product_id", product),
    ...is("status", status),
    ...begins("device_name", name),
    ...begins("node_id", node),
    ...is("device_id", device),
    ...is("tag_key", tag),
    ...is("tag_value", tagValue),
    ...is("fw_version", firmware),
    ...is("sw_version", software),
    ...is("gateway_id", gateway),
    // A gateway is its own gateway.
    ...(gateway === undefined ? [] : [`device_id != '${gateway}'`]),
    ...is("group_id", group),
  ].join(" and ");
}

/** One page, newest first, after a marker. Without the order the platform's own is random. */
export function searchPage(where: string, after: string | null, limit: number): string {
  if (after !== null && !/^[A-Za-z0-9]{1,64}$/.test(after)) throw new TypeError("Not a marker");
  const onwards = after === null ? "" : ` and marker < '${after}'`;
  return `select * from device where ${where}${onwards} order by marker desc limit ${limit}`;
}

const is = (field: string, value: string | undefined): string[] =>
  value === undefined ? [] : [`${field} = '${value}'`];

const begins = (field: string, value: string | undefined): string[] =>
  value !== undefined && PREFIX.test(value) ? [`${field} like '${value}%'`] : is(field, value);

function checkedId(id: string): string {
  if (!/^[A-Za-z0-9_-]{1,36}$/.test(id)) throw new TypeError("Not the id of a resource space");
  return id;
}
