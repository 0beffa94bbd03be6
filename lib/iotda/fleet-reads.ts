import { fail, ok } from "@/lib/failure";
import type { PackageType } from "@/lib/fleet/fleet";
import type { Call, Connection } from "./connection";
import type { Query } from "./encode";
import type { Iotda } from "./iotda";
import { pagingQuery, toPage } from "./page";
import type { Spaced } from "./spacing";
import { toDevice, toGroup, toPackage } from "./to-domain";
import * as wire from "./wire";

type FleetReads = Omit<
  Iotda,
  "createTask" | "listTasks" | "showTask" | "stopTask" | "retryTask" | "confirmTask" | "deleteTask"
>;

/** IoTDA reference: SearchDevices. */
const MAX_SQL = 400;
const PACKAGE_TYPES: readonly PackageType[] = ["firmwarePackage", "softwarePackage", "modulePackage"];

const get = (operation: string, segments: readonly string[], query: Query = [], what?: string): Call => ({
  operation,
  method: "GET",
  segments,
  query,
  ...(what !== undefined && { what }),
});
const given = (name: string, value: string | undefined): Query => (value === undefined ? [] : [[name, value]]);

/** The operations that read spaces, products, devices, groups and packages. `spaced` keeps searches a second apart. */
export function fleetReads(connection: Connection, spaced: Spaced): FleetReads {
  const search = (sql: string): Call => {
    if (sql.length > MAX_SQL)
      throw new RangeError(`A search of ${sql.length} characters; the platform takes ${MAX_SQL}`);
    return { operation: "SearchDevices", method: "POST", segments: ["search", "query-devices"], body: { sql } };
  };
  const spaces = get("ShowApplications", ["apps"]);
  return {
    async ping() {
      const result = await connection.readOnce(spaces, wire.wireSpaces);
      if (!result.ok) return result;
      return ok({ tookMs: result.value.tookMs, platformTime: result.value.date });
    },
    async listResourceSpaces() {
      const result = await connection.read(spaces, wire.wireSpaces);
      if (!result.ok) return result;
      return ok(
        result.value.applications.map((app) => ({
          id: app.app_id,
          name: app.app_name ?? "",
          isDefault: app.default_app ?? false,
        })),
      );
    },
    async listProducts({ spaceId, ...paging }) {
      const query = [...given("app_id", spaceId), ...pagingQuery(paging)];
      const result = await connection.read(get("ListProducts", ["products"], query), wire.wireProducts);
      if (!result.ok) return result;
      return ok(
        toPage(result.value, paging, (product) => ({
          id: product.product_id,
          name: product.name ?? "",
          deviceType: product.device_type ?? "",
          protocol: product.protocol_type ?? "",
          manufacturer: product.manufacturer_name ?? "",
          description: product.description ?? "",
        })),
      );
    },
    async listDevices({ spaceId, productId, gatewayId, ...paging }) {
      const query = [
        ...given("app_id", spaceId),
        ...given("product_id", productId),
        ...given("gateway_id", gatewayId),
        ...pagingQuery(paging),
      ];
      const result = await connection.read(get("ListDevices", ["devices"], query), wire.wireDevices);
      return result.ok ? ok(toPage(result.value, paging, toDevice)) : result;
    },
    async showDevice(deviceId) {
      const result = await connection.read(get("ShowDevice", ["devices", deviceId], [], "device"), wire.wireDevice);
      return result.ok ? ok(toDevice(result.value)) : result;
    },
    async countDevices(where) {
      const sql = `select count(*) from device${where === "" ? "" : ` where ${where}`}`;
      const result = await connection.read(search(sql), wire.wireCount, spaced);
      return result.ok ? ok(result.value.count) : result;
    },
    async searchDevices(sql) {
      const result = await connection.read(search(sql), wire.wireFound, spaced);
      return result.ok ? ok(result.value.devices.map(toDevice)) : result;
    },
    async listGroups({ spaceId, ...paging }) {
      const query = [...given("app_id", spaceId), ...pagingQuery(paging)];
      const result = await connection.read(get("ListDeviceGroups", ["device-group"], query), wire.wireGroups);
      return result.ok ? ok(toPage(result.value, paging, toGroup)) : result;
    },
    async listGroupMembers({ groupId, ...paging }) {
      const segments = ["device-group", groupId, "devices"];
      const call = get("ShowDevicesInGroup", segments, pagingQuery(paging), "group");
      const result = await connection.read(call, wire.wireMembers);
      if (!result.ok) return result;
      return ok(
        toPage(result.value, paging, (member) => ({
          id: member.device_id,
          nodeId: member.node_id ?? "",
          name: member.device_name ?? "",
          productId: member.product_id ?? "",
        })),
      );
    },
    async listPackages({ spaceId, type, productId, ...paging }) {
      const query = [
        ...given("app_id", spaceId),
        ...given("package_type", type),
        ...given("product_id", productId),
        ...pagingQuery(paging),
      ];
      const call = get("ListOtaPackageInfo", ["ota-upgrades", "packages"], query);
      const result = await connection.read(call, wire.wirePackages);
      return result.ok ? ok(toPage(result.value, paging, (found) => toPackage(found, type))) : result;
    },
    async showPackage(packageId) {
      const call = get("ShowOtaPackage", ["ota-upgrades", "packages", packageId], [], "package");
      const result = await connection.read(call, wire.wirePackage);
      if (!result.ok) return result;
      const type = PACKAGE_TYPES.find((known) => known === result.value.package_type);
      if (type === undefined) return fail({ kind: "unreadable", operation: call.operation, requestId: null });
      return ok(toPackage(result.value, type));
    },
  };
}
