import { ok } from "@/lib/failure";
import type { Connection } from "./connection";
import { get, given } from "./get";
import type { Iotda } from "./iotda";
import { pagingQuery, toPage } from "./page";
import { toGroup } from "./to-fleet";
import * as wire from "./wire-fleet";

type FleetReads = Pick<Iotda, "ping" | "listResourceSpaces" | "listGroups" | "listGroupMembers">;

/** The operations that read spaces and groups. */
export function fleetReads(connection: Connection): FleetReads {
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
  };
}
