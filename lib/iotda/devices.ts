import { ok } from "@/lib/failure";
import type { Call, Connection } from "./connection";
import { get, given } from "./get";
import type { Iotda } from "./iotda";
import { pagingQuery, toPage } from "./page";
import { MAX_SQL } from "./search-sql";
import type { Spaced } from "./spacing";
import { toDevice, toDeviceDetail, toFoundDevice, toShadowService } from "./to-fleet";
import * as wire from "./wire-fleet";

type DeviceOperations = Pick<Iotda, "listDevices" | "showDevice" | "showShadow" | "countDevices" | "searchDevices">;

const search = (sql: string): Call => {
  if (sql.length > MAX_SQL) throw new RangeError(`A search of ${sql.length} characters; the platform takes ${MAX_SQL}`);
  return { operation: "SearchDevices", method: "POST", segments: ["search", "query-devices"], body: { sql } };
};

/** The operations that read devices. `spaced` keeps searches a second apart. */
export const deviceOperations = (connection: Connection, spaced: Spaced): DeviceOperations => ({
  async listDevices({ spaceId, productId, gatewayId, nodeId, deviceName, ...paging }) {
    const query = [
      ...given("app_id", spaceId),
      ...given("product_id", productId),
      ...given("gateway_id", gatewayId),
      ...given("node_id", nodeId),
      ...given("device_name", deviceName),
      ...pagingQuery(paging),
    ];
    const result = await connection.read(get("ListDevices", ["devices"], query), wire.wireDevices);
    return result.ok ? ok(toPage(result.value, paging, toDevice)) : result;
  },
  async showDevice(deviceId) {
    const call = get("ShowDevice", ["devices", deviceId], [], "device");
    const result = await connection.read(call, wire.wireDeviceDetail);
    return result.ok ? ok(toDeviceDetail(result.value)) : result;
  },
  async showShadow(deviceId) {
    const call = get("ShowDeviceShadow", ["devices", deviceId, "shadow"], [], "device");
    const result = await connection.read(call, wire.wireShadow);
    return result.ok ? ok(result.value.shadow.map(toShadowService)) : result;
  },
  async countDevices(where) {
    const sql = `select count(*) from device${where === "" ? "" : ` where ${where}`}`;
    const result = await connection.read(search(sql), wire.wireCount, spaced);
    return result.ok ? ok(result.value.count) : result;
  },
  async searchDevices(sql) {
    const result = await connection.read(search(sql), wire.wireFound, spaced);
    return result.ok ? ok(result.value.devices.map(toFoundDevice)) : result;
  },
});
